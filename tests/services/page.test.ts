import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { servicesPage } from '#build/services-page.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook, priced } from '#tests/golden/kit.ts'

describe('docs/services.md', () => {
  it('is the page that the declarations make (else run: node build/run.mjs build/services-doc.ts)', async () => {
    const page = await readFile(new URL('../../docs/services.md', import.meta.url), 'utf8')
    expect(page.replaceAll('\r\n', '\n')).toBe(servicesPage(services, bundledBook()))
  })

  it('lists exactly the services of clouds of which the bundled book knows no price', () => {
    const page = servicesPage(services, bundledBook())
    const listed = [...page.matchAll(/^- \[.+\]\(#.+\) `(.+)`$/gm)].map((match) => match[1])
    expect(listed).toContain('aws.fsx')
    expect(listed).not.toContain('aws.ec2')
    for (const id of listed) {
      const used = Object.entries(services.get(id ?? '')?.inputs ?? {}).flatMap(([name, input]) =>
        input.kind === 'number' && input.field.dimension.money === 0 ? [[name, String(Math.min(input.field.max, 1000))]] : [],
      )
      const row = { service: id ?? '', inputs: Object.fromEntries(used) as Readonly<Record<string, string>> }
      const charges = priced([row], bundledBook()).components.flatMap((one) => one.charges)
      expect({ id, known: charges.filter((charge) => charge.quantity !== null && charge.quantity > 0).length > 0 }).toEqual({
        id,
        known: true,
      })
      expect({ id, costs: charges.filter((charge) => charge.list !== null && charge.list > 0).map((charge) => charge.id) }).toEqual({
        id,
        costs: [],
      })
    }
  })

  it('has a section and a line of contents for each service', () => {
    const lines = servicesPage(services, bundledBook()).split('\n')
    for (const { name, id } of services.values()) {
      expect(lines).toContain(`## ${name}`)
      expect(lines.filter((line) => line.startsWith(`| [${name}](`) && line.includes(id))).toHaveLength(1)
    }
  })
})
