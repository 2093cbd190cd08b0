import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { servicesPage } from '#build/services-page.ts'
import { services } from '#pricing/services/registry.ts'

describe('docs/services.md', () => {
  it('is the page that the declarations make (else run: node build/run.mjs build/services-doc.ts)', async () => {
    const page = await readFile(new URL('../../docs/services.md', import.meta.url), 'utf8')
    expect(page.replaceAll('\r\n', '\n')).toBe(servicesPage(services))
  })

  it('has a section and a line of contents for each service', () => {
    const lines = servicesPage(services).split('\n')
    for (const { name, id } of services.values()) {
      expect(lines).toContain(`## ${name}`)
      expect(lines.filter((line) => line.startsWith(`| [${name}](`) && line.includes(id))).toHaveLength(1)
    }
  })
})
