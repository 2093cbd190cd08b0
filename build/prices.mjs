// `npm run prices`: compiles the fact tables of build/facts into the bundled price book.
import { pathToFileURL } from 'node:url'
import { bundled } from './run.mjs'

await import(pathToFileURL(await bundled('build/prices/main.ts')).href)
