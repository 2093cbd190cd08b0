import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { compileBook } from './compile.ts'
import { FactFault } from './lines.ts'
import { summary } from './summary.ts'

/** `npm run prices`: build/facts → pricing/catalog/data. Run from the repository. */
try {
  const { facts, bytes } = compileBook(path.resolve('build/facts'))
  const folder = path.resolve('pricing/catalog/data')
  const book = openBook(bytes)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, bundledBookName), bytes)
  process.stdout.write(`${summary(facts, book, bytes.length)}\n`)
} catch (error) {
  if (!(error instanceof FactFault)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
