import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import { discountWords } from '#pricing/analysis/discount-words.ts'
import { repriceWorkbook } from '#pricing/analysis/reprice.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import type { Overrides } from '#pricing/catalog/overrides.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const before = bundledBook()
const contextOf = (book: PriceBook) => ({ book, services })
const over = (overrides: Overrides): PriceBook => overlayBook(before, { id: 'next', asOf: '2027-01-01', ...overrides })

type Row = {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly region: string
  readonly inputs: Readonly<Record<string, string>>
  readonly purchase?: unknown
}

function row(
  id: string,
  service: string,
  inputs: Row['inputs'],
  more: { readonly region?: string; readonly purchase?: unknown } = {},
): Row {
  return { id, service, inputs, name: `Row ${id}`, region: 'us-east-1', ...more }
}

function workbookOf(...components: readonly Row[]): Workbook {
  const read = readWorkbook(JSON.stringify({ format: 'skytally', version: 1, name: 'Test', components }), () => 'new')
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join('; '))
  return read.workbook
}

function agreedOn(percent: number, ...components: readonly Row[]): Workbook {
  const priceBook = { id: before.id, adjustments: [{ match: 'aws.*', percent }] }
  const read = readWorkbook(JSON.stringify({ format: 'skytally', version: 1, name: 'Test', priceBook, components }), () => 'new')
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join('; '))
  return read.workbook
}

const servers = row('1', 'aws.ec2', { size: 't3.medium', count: '4' })
const gateway = row('2', 'aws.nat-gateway', { count: '2', processed: '1 TB' })

describe('a workbook priced with another book', () => {
  it('shows where a price came from, where it went and what that makes', () => {
    const next = over({ compute: [{ cloud: 'aws', size: 't3.medium', region: 'us-east-1', hourly: { 'on-demand': 0.05 } }] })
    const { rows, amount, from, to } = repriceWorkbook(workbookOf(servers, gateway), contextOf(before), contextOf(next))
    expect(rows[0]?.reasons).toMatchObject([
      {
        kind: 'price',
        quantity: 4 * 730,
        from: { price: 0.0416, source: { book: before.id } },
        to: { price: 0.05, source: { book: 'next', asOf: '2027-01-01' } },
      },
    ])
    expect(rows[0]?.amount).toBeCloseTo(4 * 730 * (0.05 - 0.0416), 9)
    expect(rows[1]).toMatchObject({ amount: 0, reasons: [] })
    expect(amount).toBeCloseTo(to.monthly - from.monthly, 9)
  })

  it('shows a commitment that moved apart from the list price', () => {
    const committed = row('1', 'aws.ec2', servers.inputs, {
      purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }],
    })
    const next = over({
      reserved: [{ size: 't3.medium', region: 'us-east-1', term: '1y', payment: 'no-upfront', upfront: 0, hourly: 0.02 }],
    })
    const { rows } = repriceWorkbook(workbookOf(committed), contextOf(before), contextOf(next))
    expect(rows[0]?.reasons).toMatchObject([{ kind: 'discount', to: { price: 0.02, source: { book: 'next' } } }])
    expect(rows[0]?.to.monthly).toBeCloseTo(4 * 730 * 0.02, 9)
  })

  it('says of a negotiated discount that it stays, of a lower price', () => {
    const next = over({ compute: [{ cloud: 'aws', size: 't3.medium', region: 'us-east-1', hourly: { 'on-demand': 0.04 } }] })
    const adjusted = (percent: number) => repriceWorkbook(agreedOn(percent, servers), contextOf(before), contextOf(next))
    const words = { point: String, percent: (share: number) => `${Number((share * 100).toFixed(6))}%` }
    const said = (percent: number) =>
      adjusted(percent).rows[0]?.reasons.flatMap((reason) => (reason.kind === 'discount' ? discountWords(reason, words) : []))
    expect(said(-10)).toEqual(['still 10% below list, of a lower list price'])
    expect(said(25)).toEqual(['still 25% above list, of a lower list price'])
    const { rows } = adjusted(-10)
    expect(rows[0]?.reasons.map(({ kind }) => kind)).toEqual(['price', 'discount'])
    expect(rows[0]?.reasons[1]?.amount).toBeCloseTo(4 * 730 * (0.0416 - 0.04) * 0.1, 9)
  })

  it('says of a commitment that only the list price beside it moved', () => {
    const committed = row('1', 'aws.ec2', servers.inputs, {
      purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }],
    })
    const next = over({ compute: [{ cloud: 'aws', size: 't3.medium', region: 'us-east-1', hourly: { 'on-demand': 0.05 } }] })
    const { rows } = repriceWorkbook(workbookOf(committed), contextOf(before), contextOf(next))
    const [reason] = rows[0]?.reasons.filter(({ kind }) => kind === 'discount') ?? []
    if (reason?.kind !== 'discount') throw new Error('no discount moved')
    const words = { point: ({ price }: { price: number }) => String(price), percent: String }
    expect(discountWords(reason, words)).toMatch(/^committed at 0\.\d+ as before, instead of a higher list price$/)
  })

  it('says which figures only one of the books knows', () => {
    const alone = overlayBook(null, {
      id: 'alone',
      rates: [{ key: 'aws.nat-gateway/hour', region: 'us-east-1', unit: 'hour', price: 0.045 }],
    })
    const there = repriceWorkbook(workbookOf(gateway), contextOf(before), contextOf(alone))
    expect(there.rows[0]?.reasons).toMatchObject([{ kind: 'lost', message: expect.stringContaining('data-processed') }])
    expect(there.rows[0]?.amount).toBeLessThan(0)
    expect(there.to.unknown).toBe(1)
    const back = repriceWorkbook(workbookOf(gateway), contextOf(alone), contextOf(before))
    expect(back.rows[0]?.reasons).toMatchObject([{ kind: 'found' }])
    expect(back.amount).toBeCloseTo(-there.amount, 9)
  })

  it('shows what only follows the cost of another row', () => {
    const support = row('3', 'general.percentage', { share: '10%', base: '=cost("Row 1")' }, { region: '' })
    const next = over({ compute: [{ cloud: 'aws', size: 't3.medium', region: 'us-east-1', hourly: { 'on-demand': 0.05 } }] })
    const { rows } = repriceWorkbook(workbookOf(servers, support), contextOf(before), contextOf(next))
    expect(rows[1]?.reasons).toMatchObject([{ kind: 'follows' }])
    expect(rows[1]?.amount).toBeCloseTo((rows[0]?.amount ?? NaN) / 10, 9)
  })

  it('moves nothing with the same book, in every example', () => {
    for (const file of readdirSync('examples').filter((name) => name.endsWith('.skytally'))) {
      const read = readWorkbook(readFileSync(`examples/${file}`, 'utf8'), () => 'new')
      if (!read.ok) throw new Error(file)
      const { rows, amount } = repriceWorkbook(read.workbook, contextOf(before), contextOf(before))
      expect(amount, file).toBe(0)
      expect(
        rows.flatMap(({ reasons }) => reasons),
        file,
      ).toEqual([])
    }
  })

  it('has reasons that add up to each row, and rows that add up to the total, whatever moves', () => {
    const price = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(price, price, price, fc.integer({ min: 0, max: 9 }), (machine, hour, data, count) => {
        const next = over({
          compute: [{ cloud: 'aws', size: 't3.medium', region: 'us-east-1', hourly: { 'on-demand': machine } }],
          rates: [
            { key: 'aws.nat-gateway/hour', region: 'us-east-1', unit: 'hour', price: hour },
            { key: 'aws.nat-gateway/data-processed', region: 'us-east-1', unit: 'GB', price: data },
          ],
        })
        const workbook = workbookOf({ ...servers, inputs: { size: 't3.medium', count: String(count) } }, gateway)
        const { rows, amount, from, to } = repriceWorkbook(workbook, contextOf(before), contextOf(next))
        for (const moved of rows) expect(moved.reasons.reduce((sum, reason) => sum + reason.amount, 0)).toBeCloseTo(moved.amount, 6)
        expect(amount).toBeCloseTo(to.monthly - from.monthly, 6)
      }),
      { numRuns: 30 },
    )
  })
})
