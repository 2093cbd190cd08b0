import { describe, expect, it } from 'vitest'
import { explain } from '#renderer/inspector/explanation.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { charge, hours, only, printer, row, source } from './explanation-kit.ts'

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
