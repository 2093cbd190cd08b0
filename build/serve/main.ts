import path from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4178' }, folder: { type: 'string', default: 'dist/renderer' } },
})
await serve(path.resolve(values.folder), Number(values.port))
console.log(`Skytally is at http://127.0.0.1:${values.port}/`)
