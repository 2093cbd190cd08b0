#!/usr/bin/env node
// The command line works straight from a checkout: the program is bundled on first use and after every change.
import { pathToFileURL } from 'node:url'
import { bundled } from '../run.mjs'

await import(pathToFileURL(await bundled('pricing/cli/main.ts')).href)
