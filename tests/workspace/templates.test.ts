import { beforeAll, describe, expect, it } from 'vitest'
import { templateTotal } from '#renderer/start/estimate-template.ts'
import { templates } from '#renderer/start/templates.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { services } from '#pricing/services/registry.ts'
import { supply } from '#renderer/workspace/store.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { fakeStorage } from './kit.ts'

beforeAll(() => {
  const book = bundledBook()
  let ids = 0
  supply({
    newId: () => `id${String((ids += 1))}`,
    today: () => '2026-11-22',
    storage: fakeStorage(),
    servicesOf: () => services,
    calculate: (workbook, of) => createCalculator(workbook, { book, services: of }),
  })
})

describe('a worked example of the start page', () => {
  it.each(templates)('$title is there and everything in it is known', ({ text }) => {
    expect(templateTotal(text)).toMatchObject({ unknown: 0 })
    expect(templateTotal(text)?.monthly).toBeGreaterThan(0)
  })

  it('shows by an example what hours of the week, scaling, nodes and environments come to', () => {
    const ids = templates.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['managed-endpoint-autoscaled', 'scaling-by-the-clock', 'kubernetes-service', 'environments']),
    )
  })

  it('costs with all the environments that its rules make', () => {
    const text = templates.find(({ id }) => id === 'environments')?.text ?? ''
    const production = JSON.stringify({ ...(JSON.parse(text) as object), environments: [] })
    expect(templateTotal(text)?.monthly).toBeGreaterThan((templateTotal(production)?.monthly ?? Number.NaN) * 1.1)
  })
})
