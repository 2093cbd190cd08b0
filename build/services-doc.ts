import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { services } from '#pricing/services/registry.ts'
import { servicesPage } from './services-page.ts'

/** Writes docs/services.md; run from the repository with `node build/run.mjs build/services-doc.ts`. */
await writeFile(path.resolve('docs/services.md'), servicesPage(services))
