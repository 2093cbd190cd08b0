// Builds what is stale, then serves the page on 127.0.0.1 until it is stopped. Usage: node build/serve.mjs [--port 4178]
import { pathToFileURL } from 'node:url'
import { buildStale } from './build.mjs'
import { bundled } from './run.mjs'

await buildStale()
await import(pathToFileURL(await bundled('build/serve/main.ts')).href)
