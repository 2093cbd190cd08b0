import { describe, expect, it } from 'vitest'
import { openBook } from '#pricing/catalog/book.ts'
import { decode } from '#pricing/catalog/decode.ts'
import { encode } from '#pricing/catalog/encode.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { bookInfo, openForeignBook } from '#pricing/catalog/info.ts'
import { pack } from '#pricing/catalog/pack.ts'
import { bookPrices } from '#pricing/catalog/prices.ts'
import { bundledBytes } from '#tests/catalog/bundled.ts'
import { listed, machines, rateFact, smallBook, smallFacts } from '#tests/catalog/library.ts'

const bundled = bundledBytes()

describe('a book read back into its records', () => {
  it('prices the same as the bundled book it was read from, written once more', () => {
    const again = pack(encode(decode(bundled)))
    expect(JSON.stringify(bookPrices(again))).toBe(JSON.stringify(bookPrices(bundled)))
    expect(openBook(again).count).toBe(openBook(bundled).count)
  }, 120_000)

  it('is the same bytes when written twice', () => {
    const once = pack(encode(decode(bundled)))
    expect(Buffer.compare(pack(encode(decode(once))), once)).toBe(0)
  }, 120_000)

  it('lists as many prices as the book counts', () => {
    expect(bookPrices(bundled).length).toBe(openBook(bundled).count)
  })
})

describe('a book that was imported', () => {
  const fine = rateFact('aws.lambda/duration-x86', 'us-east-1', 0.0000166667, { unit: 'GB-second', sku: 'TG3M4CAGBA3NYQBH' })
  const aws = machines('t3.odd', 'us-east-1', 0.0123456789, { sku: 'ABC123' })

  it('keeps every digit of an hourly price with more than six decimals', () => {
    const found = openBook(smallBook({ compute: { ...smallFacts().compute, aws } })).compute('aws', 't3.odd', 'us-east-1', 'on-demand')
    expect(found).toMatchObject({ ok: true, value: { hourly: 0.0123456789, source: { sku: 'ABC123', source: 'list' } } })
  })

  it('does not know the terms it has no price of, also beside prices of many digits', () => {
    const book = openBook(smallBook({ compute: { ...smallFacts().compute, aws } }))
    expect(book.compute('aws', 't3.odd', 'us-east-1', 'spot').ok).toBe(false)
    expect(book.hourly('aws', 't3.odd', 'us-east-1', 'spot')).toBeNaN()
    expect(book.hourly('aws', 't3.odd', 'us-east-1', 'on-demand')).toBe(0.0123456789)
  })

  it('names the vendor’s SKU of a price, and our dimension where there is none', () => {
    const book = openBook(smallBook({ rates: [fine, rateFact('aws.alb/hour', 'us-east-1', 0.0225)] }))
    expect(book.rate('aws.lambda/duration-x86', 'us-east-1')).toMatchObject({ value: { source: { sku: 'TG3M4CAGBA3NYQBH' } } })
    expect(book.rate('aws.alb/hour', 'us-east-1')).toMatchObject({ value: { source: { sku: 'aws.alb/hour@us-east-1' } } })
  })

  it('knows partial-upfront reservations and upfront payments of broken dollars', () => {
    const term = { size: 't3.odd', region: 'us-east-1', term: '1y', offering: 'standard', origin: listed } as const
    const reserved = [
      { ...term, payment: 'partial-upfront', upfront: 50, hourly: 0.006 },
      { ...term, payment: 'all-upfront', upfront: 99.5, hourly: 0 },
    ] as const
    const bytes = smallBook({ reserved, compute: { ...smallFacts().compute, aws } })
    const book = openBook(bytes)
    expect(book.reserved('t3.odd', 'us-east-1', '1y', 'partial-upfront')).toMatchObject({ value: { upfront: 50, hourly: 0.006 } })
    expect(book.reserved('t3.odd', 'us-east-1', '1y', 'all-upfront')).toMatchObject({ value: { upfront: 99.5, hourly: 0 } })
    expect(decode(bytes).reserved).toEqual(expect.arrayContaining([...reserved]))
  })

  it('holds more than 65,536 tiers', () => {
    const many = Array.from({ length: 40_000 }, (_, i) =>
      rateFact(`aws.thing-${i}/hour`, 'us-east-1', i + 1, {
        tiers: [
          { to: 10, price: i + 2 },
          { to: Infinity, price: i + 1 },
        ],
      }),
    )
    const book = openBook(smallBook({ rates: many }))
    expect(book.rate('aws.thing-39999/hour', 'us-east-1')).toMatchObject({ value: { tiers: [{ price: 40_001 }, { price: 40_000 }] } })
  })

  it('says what it is without a price being looked up', () => {
    const info = bookInfo(smallBook({ rates: [fine], compute: { ...smallFacts().compute, aws } }))
    expect(info).toMatchObject({
      id: 'small',
      source: 'import',
      note: 'made by hand',
      count: 2,
      providers: { aws: 2, google: 0, azure: 0 },
    })
    expect(info.regions.aws).toEqual(['us-east-1'])
    expect(bookInfo(bundled)).toMatchObject({ id: 'bundled-2026-11', source: 'bundled' })
  })

  it('is refused when its content does not match its SHA-256, though its checksum does', () => {
    const bytes = smallBook({ rates: [fine] })
    expect(openForeignBook(bytes).id).toBe('small')
    const forged = pack(encode(smallFacts({ rates: [rateFact('aws.alb/hour', 'us-east-1', 1)] })))
    forged.set(bytes.subarray(16, 48), 16)
    expect(() => openForeignBook(forged)).toThrow(BookFault)
  })

  it('is refused when it says it came from nowhere known', () => {
    const parts = encode(smallFacts())
    expect(() => bookInfo(pack({ ...parts, strings: { ...parts.strings, about: ['elsewhere', ''] } }))).toThrow(/does not know/)
  })
})
