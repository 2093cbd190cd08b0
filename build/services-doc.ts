import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { services } from '#pricing/services/registry.ts'
import { servicesPage } from './services-page.ts'

const book = openBook(await readFile(path.resolve('pricing/catalog/data', bundledBookName)))

/** Writes docs/services.md; run from the repository with `node build/run.mjs build/services-doc.ts`. */
await writeFile(path.resolve('docs/services.md'), servicesPage(services, book))
