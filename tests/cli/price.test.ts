import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, skytally, written } from './skytally.ts'

describe('skytally price', () => {
  it.each([
    ['image-classification-flat', '$298.23'],
    ['inference-service', '$228.00'],
    ['training-run', '$143.44'],
    ['serverless-inference', '$38.00'],
  ])('prices the example %s at %s a month', async (name, monthly) => {
    const { exit, out } = await skytally('price', `examples/${name}.skytally`)
    expect(exit).toBe(0)
    expect(out).toContain(`Total ${monthly} a month`)
  })

  it('says that image classification is within budget at 59.6 % of $500', async () => {
    expect((await skytally('price', 'examples/image-classification-flat.skytally')).out).toContain(
      'within budget: $298.23 is 59.6% of $500.00',
    )
  })

  it('says above list where prices above list were agreed', async () => {
    const priceBook = { id: 'bundled-2026-11', adjustments: [{ match: 'aws.*', percent: 25 }] }
    const components = [{ name: 'web', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1' } }]
    const { out } = await skytally('price', written('dearer', { priceBook, components }))
    expect(out).toMatch(/\$17\.52 above list \(\$17\.52 of it negotiated\)/)
    expect(out).not.toContain('below list')
  })

  it('prices the managed endpoint between $300 and $500', async () => {
    const { monthly } = (await json('examples/managed-endpoint.skytally')).scenarios[0].total
    expect(monthly).toBeGreaterThan(300)
    expect(monthly).toBeLessThan(500)
  })

  it('gives JSON in which the components add up to the groups and the groups to the total', async () => {
    const [base] = (await json('examples/image-classification.skytally')).scenarios
    const charged = base.components.flatMap((component: { charges: { cost: number }[] }) => component.charges.map(({ cost }) => cost))
    expect(sum(charged)).toBeCloseTo(base.total.monthly, 9)
    expect(sum(Object.values<{ monthly: number }>(base.groups).map(({ monthly }) => monthly))).toBeCloseTo(base.total.monthly, 9)
    expect(base.total.annual).toBe(base.total.monthly * 12)
  })

  it('names book, SKU, date and source of every price in JSON, and what each tier costs', async () => {
    const { components } = (await json('examples/image-classification.skytally')).scenarios[0]
    const charges = components.flatMap(
      (component: { charges: { cost: number; price: unknown; tiers: { cost: number }[] }[] }) => component.charges,
    )
    for (const charge of charges.filter(({ cost }: { cost: number }) => cost > 0)) {
      expect(charge.price).toMatchObject({
        book: 'bundled-2026-11',
        sku: expect.stringMatching(/@/),
        asOf: expect.stringMatching(/^\d{4}|undated/),
        source: expect.stringMatching(/./),
      })
      expect(sum(charge.tiers.map(({ cost }: { cost: number }) => cost))).toBeCloseTo(charge.cost, 9)
    }
  })

  it('writes null where a figure is not known, and counts it', async () => {
    const file = written('unknown', { components: [{ name: 'Site', service: 'aws.s3', region: 'us-east-1' }] })
    const [base] = (await json(file)).scenarios
    expect(base.components[0]).toMatchObject({ list: null, monthly: null, unknown: 3 })
    expect(base.total).toMatchObject({ list: null, monthly: null, annual: null, unknown: 3 })
    expect((await skytally('price', file)).out).toContain('+ 3 not known')
  })

  it('rounds each charge to the cent when asked to do as the vendor does', async () => {
    const file = written('cents', {
      components: [1, 2].map((id) => ({ id: `r${id}`, name: `Row ${id}`, service: 'general.flat', inputs: { monthly: '0.005' } })),
    })
    expect((await json(file)).scenarios[0].total.monthly).toBe(0.01)
    expect(JSON.parse((await skytally('price', file, '--format', 'json', '--rounding', 'vendor')).out).scenarios[0].total.monthly).toBe(
      0.02,
    )
  })

  it('prints Markdown and CSV in which a name cannot become a formula or a column', async () => {
    const file = written('names', { components: [{ name: '=1|"a",b', service: 'general.flat', inputs: { monthly: '5' } }] })
    expect((await skytally('price', file, '--format', 'md')).out).toContain('=1\\|"a",b')
    expect((await skytally('price', file, '--format', 'csv')).out).toContain(`"'=1|""a"",b"`)
  })

  it('takes an agreed discount off what is paid upfront, too', async () => {
    const row = {
      name: 'A',
      service: 'aws.ec2',
      region: 'us-east-1',
      inputs: { size: 'm5.large', count: '2' },
      purchase: { kind: 'reserved', term: '1y', payment: 'all-upfront' },
    }
    const agreed = { priceBook: { id: 'bundled-2026-11', adjustments: [{ match: 'aws.*', percent: -50 }] } }
    const list = (await json(written('list', { components: [row] }))).scenarios[0].total
    const halved = (await json(written('halved', { components: [row], ...agreed }))).scenarios[0].total
    expect(halved.monthly).toBeCloseTo(list.monthly / 2, 9)
    expect(halved.upfront).toBeCloseTo(list.upfront / 2, 9)
  })

  it('marks the group and the total that leave something out, and says errors on standard error', async () => {
    const file = written('marked', {
      components: [
        { name: 'A', service: 'general.flat', inputs: { monthly: '=1/0' } },
        { name: 'B', service: 'general.flat', inputs: { monthly: '5' } },
      ],
    })
    const { out, err } = await skytally('price', file)
    expect(out).toMatch(/Total\s+\$5\.00 \+\?\s+\$5\.00 \+\?/)
    expect(err).toMatch(/marked\.skytally:A › /)
  })

  it('says which driver is never read because its name means something already', async () => {
    const file = written('reserved', {
      drivers: [
        { name: 'hours_in_month', value: '1' },
        { name: 'größe', value: '2' },
      ],
    })
    const { problems } = (await json(file)).scenarios[0]
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ at: 'driver hours_in_month', code: '#NAME?' })
  })

  it('says so when the prices are not those the workbook names', async () => {
    const old = written('old', { priceBook: { id: 'bundled-2020-01' } })
    expect((await skytally('price', old, '--book', 'bundled-2026-11')).out).toContain(
      'names the prices bundled-2020-01; these figures are of bundled-2026-11',
    )
  })

  it.each([
    ['a file that is not there', 'no/such.skytally', 'no/such.skytally: There is no such file. Check the path.'],
    ['a folder', folder, 'This is not a file.'],
    ['what is not JSON', text('broken', '{ "format": "skytally",'), 'broken.skytally:'],
    ['a misspelt key', written('misspelt', { componentz: [] }), 'Did you mean "components"?'],
    ['a newer version', text('newer', '{"format":"skytally","version":99,"name":"x"}'), 'newer'],
    ['an empty file', text('empty', ''), 'empty.skytally'],
    [
      'a rate that would make figures endless',
      written('rate', { currency: { code: 'EUR', perUsd: 1e308, asOf: '2026-11-01' } }),
      'currency.perUsd',
    ],
    ['a day that does not exist', written('day', { currency: { code: 'EUR', perUsd: 0.9, asOf: '2026-02-31' } }), '2026-02-31'],
  ])('refuses %s with a sentence, on standard error, with exit code 2', async (_, file, sentence) => {
    const { exit, out, err } = await skytally('price', file)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
  })

  it('refuses a scenario that does not exist', async () => {
    expect((await skytally('price', 'examples/training-run.skytally', '--scenario', 'Spot')).err).toContain('There is no scenario "Spot"')
  })
})

describe('skytally check', () => {
  it.each([
    ['within', 100, 0],
    ['over', 4, 1],
  ])('exits with the budget %s', async (word, monthly, exit) => {
    const file = written(word, {
      components: [{ name: 'A', service: 'general.flat', inputs: { monthly: '5' } }],
      budgets: [{ scope: 'total', monthly }],
    })
    const checked = await skytally('check', file)
    expect(checked.exit).toBe(exit)
    expect(checked.out).toContain(`Budget total: ${word}`)
  })

  it('passes what is not known, but for --strict, which says so', async () => {
    const file = written('open', {
      components: [{ name: 'A', service: 'general.flat' }],
      budgets: [{ scope: 'total', monthly: 10 }],
    })
    expect((await skytally('check', file)).exit).toBe(0)
    const strict = await skytally('check', file, '--strict')
    expect(strict.exit).toBe(1)
    expect(strict.err).toContain('open.skytally: 1 figure is not known, so nothing is certain.')
    const known = written('known', { components: [{ name: 'A', service: 'general.flat', inputs: { monthly: '5' } }] })
    expect(await skytally('check', known, '--strict')).toMatchObject({ exit: 0, err: '' })
  })

  it('names the level that was passed where it is not the limit', async () => {
    const components = [{ name: 'A', service: 'general.flat', inputs: { monthly: '70' } }]
    const line = async (budget: object) =>
      (await skytally('check', written('level', { components, budgets: [{ scope: 'total', monthly: 100, ...budget }] }))).out
    expect(await line({ warnAt: '50%', failAt: '60%' })).toContain('over budget: $70.00 is 70% of $100.00, over above $60.00')
    expect(await line({ warnAt: '50%' })).toContain('$70.00 is 70% of $100.00, warned of from $50.00')
    expect(await line({ failAt: '1.1' })).toContain('Write 110% or $1.10.')
  })

  it('exits with 2 and names the cell when a figure is in error', async () => {
    const file = written('error', {
      components: [{ name: 'A', service: 'general.flat', inputs: { monthly: '=nobody * 2' } }],
      budgets: [{ scope: 'total', monthly: 10 }],
    })
    const checked = await skytally('check', file)
    expect(checked.exit).toBe(2)
    expect(checked.err).toMatch(/error\.skytally:A › .*There is no driver "nobody"/)
  })
})

async function json(file: string) {
  const { out, err } = await skytally('price', file, '--format', 'json')
  expect(err).toBe('')
  return JSON.parse(out)
}

function text(name: string, content: string): string {
  const file = path.join(folder, `${name}.skytally`)
  writeFileSync(file, content)
  expect(readFileSync(file, 'utf8')).toBe(content)
  return file
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
