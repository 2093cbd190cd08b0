import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileBook } from '#build/prices/compile.ts'
import { clouds } from '#build/prices/facts.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { contentHash, hashedFrom } from '#pricing/catalog/container.ts'
import { bundledBytes, factsFolder } from '#tests/catalog/bundled.ts'

const { facts, bytes } = compileBook(factsFolder)
const book = openBook(bytes)

describe('the compiler', () => {
  it('makes the committed file of the committed facts, byte for byte', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(createHash('sha256').update(bundledBytes()).digest('hex'))
  })

  it('makes the same bytes twice', () => {
    expect(Buffer.compare(compileBook(factsFolder).bytes, bytes)).toBe(0)
  })

  it('writes the SHA-256 of the content into the book', () => {
    expect(book.hash).toBe(createHash('sha256').update(bytes.subarray(hashedFrom)).digest('hex'))
    expect(contentHash(bytes)).toBe(book.hash)
  })

  it('keeps every row of the facts', () => {
    expect(clouds.map((cloud) => facts.compute[cloud].rows.length)).toEqual([12646, 6574, 25860])
    expect(clouds.map((cloud) => facts.compute[cloud].sizes.length)).toEqual([1169, 507, 1532])
    expect(facts.reserved.length).toBe(21107)
    expect(facts.derived.size).toBe(9632)
    expect(facts.rateRows.length + facts.days).toBe(3862)
    expect([facts.allowances, facts.discounts]).toEqual([98, 60])
  })

  it('counts every price of the book once', () => {
    const machines = clouds.flatMap((cloud) => facts.compute[cloud].rows).flatMap((row) => row.prices.filter((price) => price !== null))
    const computed = facts.compute.aws.rows.flatMap((row) => {
      const derived = facts.derived.get(`${row.size} ${row.region}`)
      return [0, 1].filter((i) => row.prices[i + 2] === null && (derived?.[i] ?? null) !== null)
    })
    const reserved = facts.reserved.filter((row) => row.offering !== 'standard' || row.payment === 'all-upfront')
    const tiers = facts.rates.flatMap((rate) => rate.tiers)
    expect(book.count).toBe(machines.length + computed.length + reserved.length + tiers.length)
  })

  it('gives back every machine price of the facts, and nothing where they have none', () => {
    const terms = ['on-demand', 'spot', 'reserved-1y-no-upfront', 'reserved-3y-no-upfront'] as const
    const wrong = clouds.flatMap((cloud) =>
      facts.compute[cloud].rows.flatMap((row) =>
        terms.flatMap((term, i) => {
          const found = book.compute(cloud, row.size, row.region, term)
          const sourced = row.prices[i]?.value
          const good = sourced === undefined ? !found.ok || found.value.source.derived : found.ok && found.value.hourly === sourced
          return good ? [] : [{ cloud, size: row.size, region: row.region, term, found, sourced }]
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('gives back the amount, source and date of any reserved price', () => {
    fc.assert(
      fc.property(fc.nat(facts.reserved.length - 1), (i) => {
        const row = facts.reserved[i]
        if (row === undefined) throw new Error('no such row')
        const found = book.reserved(row.size, row.region, row.term, row.payment, row.offering)
        const price = row.payment === 'all-upfront' ? { upfront: row.value, hourly: 0 } : { upfront: 0, hourly: row.value }
        expect(found).toMatchObject({ ok: true, value: { ...price, source: { source: row.origin.source, asOf: row.origin.date } } })
      }),
      { numRuns: 500 },
    )
  })

  it('gives back the unit, tiers and note of any rate', () => {
    fc.assert(
      fc.property(fc.nat(facts.rates.length - 1), (i) => {
        const rate = facts.rates[i]
        if (rate === undefined) throw new Error('no such rate')
        const found = book.rate(rate.key, rate.region)
        const known = rate.tiers.length > 0
        expect(found.ok).toBe(known)
        const tiers = found.ok ? found.value.tiers.map(({ to, price }) => ({ to, price })) : []
        expect(tiers).toEqual(rate.tiers)
        const { key, region, unit } = rate
        const rest = {
          key,
          region,
          unit,
          freeAllowance: rate.free,
          source: { note: rate.origin.note, asOf: rate.origin.date, derived: rate.origin.derived },
        }
        expect(found).toMatchObject(known ? { value: rest } : {})
      }),
      { numRuns: 500 },
    )
  })
})
