import { describe, expect, it } from 'vitest'
import type { ChargeEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { services } from '#pricing/services/registry.ts'
import { explain } from '#renderer/inspector/explanation.ts'
import type { ChargeStory } from '#renderer/inspector/explanation.ts'
import { explanationText, noteText, sourceText } from '#renderer/inspector/explanation-text.ts'
import { sizesAtFault } from '#renderer/inspector/size-at-fault.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { bundledBook } from '../catalog/bundled.ts'
import { rowOf } from './kit.ts'

const printer = makePrinter('en-US', 'USD')
const source: PriceSource = { sku: 'SKU1', book: 'test-book', asOf: '2026-11-01', source: 'maker', note: '', derived: false }

function charge(given: Partial<ChargeEstimate> & { readonly id: string }): ChargeEstimate {
  const blank = {
    label: given.id,
    unit: 'hour',
    quantity: null,
    formula: '',
    working: '',
    tiers: [],
    price: source,
    list: null,
    negotiated: 0,
    discounts: [],
    cost: null,
    upfront: 0,
  }
  return { ...blank, ...given }
}

function row(charges: readonly ChargeEstimate[], more: Partial<ComponentEstimate> = {}): ComponentEstimate {
  const monthly = charges.reduce((sum, one) => sum + (one.cost ?? 0), 0)
  const counts = { unknown: charges.filter((one) => one.unknown).length, problems: charges.filter((one) => one.problem).length }
  const money = { list: monthly, discount: 0, negotiated: 0, monthly, upfront: 0, ...counts }
  return {
    ...money,
    id: 'r',
    name: 'API servers',
    service: 'aws.ec2',
    region: 'us-east-1',
    inputs: [],
    derived: [],
    charges,
    issues: [],
    ...more,
  }
}

function only(estimate: ComponentEstimate): ChargeStory {
  const { charges, unused } = explain(estimate, printer)
  const [story, ...rest] = [...charges, ...unused]
  expect(rest).toEqual([])
  if (story === undefined) throw new Error('no charge was told')
  return story
}

const hours = charge({
  id: 'hours',
  label: 'Instance hours',
  quantity: 2920,
  formula: 'count * hours',
  working: '4 * 730',
  tiers: [{ from: 0, to: Infinity, price: 0.0416, quantity: 2920, cost: 121.472 }],
  list: 121.472,
  cost: 121.472,
})

describe('the sum behind a figure', () => {
  it('goes from the formula over its numbers to the quantity, and from the quantity times the price to the cost', () => {
    const story = only(row([hours]))
    expect(story.lines.map((line) => [line.text, line.amount])).toEqual([
      ['count × hours = 4 × 730 = 2,920 hours', undefined],
      ['2,920 hours × $0.0416', '$121.472'],
    ])
    expect(story.cost).toBe('$121.47')
    expect(story.value).toBe(121.472)
  })

  it('writes every number of the sum in one locale', () => {
    const rate = charge({ ...hours, formula: 'rate * hours', working: '58.0151875814 * 730', quantity: 42_351.5 })
    const { charges } = explain(row([rate]), makePrinter('de-DE', 'USD'))
    expect(charges[0]?.lines[0]?.text).toBe('rate × hours = 58,0151875814 × 730 = 42.351,5 hours')
    const derived = { id: 'perDay', formula: 'max(0.5, rate) * 2', value: 3.5 }
    expect(explain(row([], { derived: [derived] }), makePrinter('de-DE', 'USD')).derived[0]?.text).toBe(
      'per day = max(0,5; rate) × 2 = 3,5',
    )
  })

  it('does not say a step twice when a formula is a single input', () => {
    const story = only(row([charge({ ...hours, formula: 'count', working: '4', quantity: 4, unit: '' })]))
    expect(story.lines[0]?.text).toBe('count = 4')
    const data = only(row([charge({ ...hours, formula: 'internet', working: '100', quantity: 100, unit: 'GB' })]))
    expect(data.lines[0]?.text).toBe('internet = 100 GB')
  })

  it('does not call a row zero of which nothing is known', () => {
    const missing = charge({ id: 'x', price: null, unknown: { reason: 'no-price', message: 'No price', fix: '' } })
    expect(explain(row([missing]), printer)).toMatchObject({ total: '—', value: null })
    expect(explain(row([missing, hours]), printer)).toMatchObject({ total: '$121.47', value: 121.472 })
    expect(explain(row([]), printer)).toMatchObject({ total: '$0.00', value: 0 })
  })

  it('tells the bands of a graduated price and how much of the quantity falls into each', () => {
    const tiers = [
      { from: 0, to: 10_240, price: 0.09, quantity: 10_240, cost: 921.6 },
      { from: 10_240, to: 51_200, price: 0.085, quantity: 40_960, cost: 3481.6 },
      { from: 51_200, to: Infinity, price: 0.07, quantity: 800, cost: 56 },
    ]
    const story = only(
      row([charge({ id: 'out', unit: 'GB', quantity: 52_000, formula: 'out', working: '52000', tiers, list: 4459.2, cost: 4459.2 })]),
    )
    expect(story.lines.filter((line) => line.kind === 'tier').map((line) => line.text)).toEqual([
      'first 10,240: 10,240 GB × $0.09',
      '10,240 to 51,200: 40,960 GB × $0.085',
      'above 51,200: 800 GB × $0.07',
    ])
    const shown = story.lines.filter((line) => line.kind === 'tier').reduce((sum, line) => sum + (line.value ?? 0), 0)
    expect(shown).toBeCloseTo(story.value ?? 0, 9)
  })

  it('shows a reservation as the share of the quantity times the difference of the two prices', () => {
    const discounts = [
      {
        kind: 'commitment' as const,
        label: 'Reserved 1 year, no upfront',
        share: 0.5,
        amount: 2920 * 0.5 * (0.0416 - 0.0261),
        price: { ...source, sku: 'RI' },
      },
    ]
    const story = only(row([charge({ ...hours, discounts, cost: 121.472 - (discounts[0]?.amount ?? 0) })]))
    const line = story.lines.find((one) => one.kind === 'discount')
    expect(line?.text).toBe('Reserved 1 year, no upfront: 50% of the 2,920 hours × ($0.0416 − $0.0261) less')
    expect(line?.amount).toBe('-$22.63')
    expect(story.sources.map((one) => one.sku)).toEqual(['SKU1', 'RI'])
    expect(story.lines.filter((one) => one.kind === 'rounding')).toEqual([])
  })

  it('says of a shared price what all come to together and which part is this row’s', () => {
    const first = { from: 0, to: 10_240, price: 0.09, quantity: 10_240, cost: 921.6 }
    const second = { from: 10_240, to: Infinity, price: 0.085, quantity: 2048, cost: 174.08 }
    const pool = { rows: 2, charges: 2, unknown: 1, quantity: 12_288, cost: 1095.68, share: 2 / 3, tiers: [first, second] }
    const story = only(row([charge({ ...hours, unit: 'GB', pool })]))
    expect(story.lines.filter((line) => line.kind === 'pool').map((line) => line.text)).toEqual([
      'Shared with 2 other rows: 12,288 GB together',
      'One of them is not known and left out',
      'first 10,240: 10,240 GB × $0.09',
      'above 10,240: 2,048 GB × $0.085',
      'Of this, 66.7% is this row’s',
    ])
  })

  it('shows the free allowance before the steps', () => {
    const free = { from: 0, to: 100, price: 0, quantity: 100, cost: 0, free: true as const }
    const story = only(
      row([charge({ ...hours, unit: 'GB', tiers: [free, { ...free, price: 0.09, to: Infinity, quantity: 5, cost: 0.45, free: true }] })]),
    )
    expect(story.lines.find((line) => line.kind === 'tier')?.text).toBe('Free allowance: 100 GB × $0.00')
  })

  it('shows a charge of which everything is free among those that are used', () => {
    const tiers = [{ from: 0, to: 100, price: 0, quantity: 40, cost: 0, free: true as const }]
    expect(only(row([charge({ ...hours, tiers, list: 0, cost: 0 })])).lines.map((line) => line.kind)).toContain('tier')
  })

  it('shows the price of the book beside one that was typed over it, with the note', () => {
    const own = { text: '=quoted', note: 'offer 12', tiers: [{ from: 0, to: Infinity, price: 0.0416 }], price: source }
    const story = only(row([charge({ ...hours, own, price: null })]))
    expect(story.lines.find((line) => line.kind === 'replaced')?.text).toBe('$0.0416 in the price book')
    expect(story.own).toEqual({ text: '=quoted', note: 'offer 12' })
    expect(story.sources).toEqual([source])
  })

  it('shows the quarters of the month that a sustained use discount is made of', () => {
    const brackets = [1, 0.8].map((price, at) => ({ from: at / 4, to: (at + 1) / 4, price, used: 0.25 }))
    const discounts = [{ kind: 'sustained' as const, label: 'Sustained use', share: 0.1, amount: 12.1472, brackets }]
    const story = only(row([charge({ ...hours, discounts, cost: 121.472 - 12.1472 })]))
    expect(story.lines.filter((line) => line.kind === 'discount' || line.kind === 'bracket').map((line) => line.text)).toEqual([
      'Sustained use: 10%',
      'from 0% to 25% of the month at 100% of the price',
      'from 25% to 50% of the month at 80% of the price',
    ])
  })

  it('shows any other discount as its share', () => {
    const discounts = [{ kind: 'negotiated' as const, label: 'enterprise agreement', share: 0.07, amount: 8.50304 }]
    const story = only(row([charge({ ...hours, discounts, cost: 121.472 - 8.50304 })]))
    expect(story.lines.find((one) => one.kind === 'discount')?.text).toBe('enterprise agreement: 7%')
  })

  it('says what rounding to the cent, as on the bill, moved', () => {
    const story = only(row([charge({ ...hours, cost: 121.47 })]))
    expect(story.lines.at(-1)).toMatchObject({ kind: 'rounding', amount: '-$0.002' })
  })

  it('prints costs that add up to the total as it is printed', () => {
    const third = (id: string) =>
      charge({ ...hours, id, list: 10 / 3, cost: 10 / 3, tiers: [{ from: 0, to: Infinity, price: 1, quantity: 10 / 3, cost: 10 / 3 }] })
    const explanation = explain(row([third('a'), third('b'), third('c')]), printer)
    expect(explanation.total).toBe('$10.00')
    const cents = explanation.charges.map((one) => Math.round(Number(one.cost?.replace('$', '')) * 100))
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(1000)
  })

  it('keeps charges the row does not use apart, and those in trouble in their place', () => {
    const idle = charge({ ...hours, id: 'idle', quantity: 0, list: 0, cost: 0, tiers: [] })
    const missing = charge({
      id: 'missing',
      price: null,
      unknown: { reason: 'no-price', message: 'No price', fix: 'choose another region' },
    })
    const explanation = explain(row([idle, missing, hours]), printer)
    expect(explanation.charges.map((one) => one.id)).toEqual(['missing', 'hours'])
    expect(explanation.unused.map((one) => one.id)).toEqual(['idle'])
    expect(explanation.left).toEqual({ unknown: 1, problems: 0 })
    expect(explanation.charges[0]?.cost).toBeNull()
  })

  it('says beside a way of buying what a person should know of it', () => {
    const spot = { kind: 'commitment' as const, label: 'Spot', share: 1, amount: 2, notes: ['This row serves traffic.'] }
    const { lines } = only(row([{ ...hours, discounts: [spot], cost: 119.472 }]))
    expect(lines.at(-1)).toEqual({ kind: 'note', text: 'This row serves traffic.' })
  })
})

describe('trouble in a sum', () => {
  const inputs = [
    { id: 'a', label: 'First', text: '', unit: '', value: { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } } },
    { id: 'b', label: 'Second', text: '', unit: '', value: { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } } },
  ] as const

  it('asks for the input the charge waits for', () => {
    const empty = charge({ id: 'x', formula: 'b * 2', unknown: { reason: 'empty', message: 'Second is not given.', fix: 'Type it.' } })
    expect(only(row([empty], { inputs })).trouble?.remedy).toEqual({ kind: 'input', input: 'b', label: 'Fill in “Second”' })
  })

  it('asks for the first empty input when the formula names none, as behind a derived figure', () => {
    const empty = charge({ id: 'x', formula: 'units', unknown: { reason: 'empty', message: '', fix: '' } })
    expect(only(row([empty], { inputs })).trouble?.remedy).toMatchObject({ input: 'a' })
  })

  it('sends to the region, to how it is bought or to a typed price, by what is missing', () => {
    const unknown = { reason: 'no-price', message: 'No price', fix: '' } as const
    const remedy = (one: ChargeEstimate, more: Partial<ComponentEstimate> = {}) => only(row([one], more)).trouble?.remedy?.kind
    expect(remedy(charge({ id: 'x', price: null, unknown }))).toBe('region')
    expect(remedy(charge({ id: 'x', price: null, unknown }), { region: '' })).toBe('price')
    expect(remedy(charge({ id: 'x', unknown, tiers: hours.tiers }))).toBe('purchase')
    expect(remedy(charge({ id: 'x', unknown }))).toBe('price')
  })

  it('sends to the size when the book does not know it, and to the region when it does', () => {
    const unknown = { reason: 'no-price', message: 'No price', fix: '' } as const
    const estimate = row([charge({ id: 'instances', price: null, unknown })])
    const remedy = (size: string) => {
      const ec2 = services.get('aws.ec2')
      if (ec2 === undefined) throw new Error('EC2 is not declared')
      const wrong = sizesAtFault(rowOf('r', 1, { inputs: { size } }), ec2, bundledBook())
      return explain(estimate, printer, wrong).charges[0]?.trouble?.remedy
    }
    expect(remedy('p9.huge')).toEqual({ kind: 'input', input: 'size', label: 'Choose another size' })
    expect(remedy('t3.medium')).toEqual({ kind: 'region', label: 'Choose another region' })
  })

  it('sends to the field whose formula is wrong', () => {
    const problem = { code: '#NAME?', message: 'Nothing is called foo.', fix: 'Add a driver foo.' } as const
    const wrong = [{ id: 'a', label: 'First', text: '=foo', unit: '', value: { kind: 'problem', problem } }] as const
    expect(only(row([charge({ id: 'x', problem })], { inputs: wrong })).trouble).toEqual({
      kind: 'problem',
      message: 'Nothing is called foo.',
      fix: 'Add a driver foo.',
      remedy: { kind: 'input', input: 'a', label: 'Mend “First”' },
    })
  })
})

describe('the explanation as text', () => {
  it('is the same sum, with where each price is from and what the total leaves out', () => {
    const missing = charge({
      id: 'spot',
      label: 'Spot',
      price: null,
      unknown: { reason: 'no-price', message: 'No spot price here', fix: 'choose another region' },
    })
    const text = explanationText('API servers · EC2 · us-east-1', explain(row([hours, missing]), printer))
    expect(text).toBe(
      [
        'API servers · EC2 · us-east-1',
        'Instance hours: $121.47',
        '  count × hours = 4 × 730 = 2,920 hours',
        '  2,920 hours × $0.0416 = $121.472',
        '  Price: SKU SKU1 · test-book · as of 2026-11-01 · maker',
        'Spot: not known',
        '  No spot price here. Choose another region',
        'Total a month: $121.47 + 1 without a price',
        '',
      ].join('\n'),
    )
  })

  it('marks derived and undated prices', () => {
    expect(sourceText({ ...source, derived: true, asOf: 'undated', note: 'half of the list' })).toBe(
      'SKU SKU1 · test-book · undated · maker · derived · half of the list',
    )
  })
})

describe('a note on a price', () => {
  it('says when a free allowance is taken off', () => {
    const note = 'also in 1 other source; free allowance: 1024 GB/month across all geographies; first tier'
    expect(noteText({ ...source, note })).toBe(
      'also in 1 other source; free allowance: 1024 GB/month across all geographies (with the free tier); first tier',
    )
    expect(sourceText({ ...source, note: 'free allowance: 10 GiB/month' })).toMatch(/free allowance: 10 GiB\/month \(with the free tier\)$/)
    expect(noteText({ ...source, note: 'minimum 90 days' })).toBe('minimum 90 days')
  })
})
