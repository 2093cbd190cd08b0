import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BookFault } from '#pricing/catalog/fault.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const base = bundledBook()

describe('a book with given prices on top', () => {
  it('answers with the given price wherever it was given', () => {
    const book = overlayBook(base, { rates: [{ key: 'aws.ebs-gp3/storage', unit: 'GB-month', region: 'us-east-1', price: 0.07 }] })
    expect(book.rate('aws.ebs-gp3/storage', 'us-east-1')).toMatchObject({
      ok: true,
      value: { tiers: [{ from: 0, to: Infinity, price: 0.07 }], covered: Infinity },
    })
    expect(book.rate('aws.ebs-gp3/storage', 'us-west-2')).toEqual(base.rate('aws.ebs-gp3/storage', 'us-west-2'))
  })

  it('lets a price for all regions win over a regional one of the book below', () => {
    const book = overlayBook(base, { rates: [{ key: 'aws.ebs-gp3/storage', unit: 'GB-month', price: 0.07 }] })
    expect(book.rate('aws.ebs-gp3/storage', 'us-west-2')).toMatchObject({ ok: true, value: { region: 'all', tiers: [{ price: 0.07 }] } })
  })

  it('knows no end of tiers that are given with one', () => {
    const tiers = [
      { from: 0, to: 10, price: 2 },
      { from: 10, to: 20, price: 1 },
    ]
    const book = overlayBook(null, { rates: [{ key: 'aws.x/y', unit: 'GB', tiers, freeAllowance: 3 }] })
    expect(book.rate('aws.x/y', 'anywhere')).toMatchObject({ ok: true, value: { tiers, covered: 20, freeAllowance: 3 } })
  })

  it('prices a machine of its own, and only in the terms given', () => {
    const book = overlayBook(base, {
      compute: [{ cloud: 'aws', size: 'z9.large', hourly: { 'on-demand': 1.5 }, machine: { vcpu: 4, memoryGib: 16 } }],
    })
    expect(book.compute('aws', 'z9.large', 'us-east-1', 'on-demand')).toMatchObject({ ok: true, value: { hourly: 1.5 } })
    expect(book.compute('aws', 'z9.large', 'us-east-1', 'spot')).toMatchObject({
      ok: false,
      reason: 'The book has no spot price for z9.large in us-east-1',
    })
    expect(book.size('aws', 'z9.large')).toMatchObject({ vcpu: 4, memoryGib: 16 })
    expect(book.sizes('aws').length).toBe(base.sizes('aws').length + 1)
    expect(book.count).toBe(base.count + 1)
  })

  it('changes one term of a machine and leaves the others', () => {
    const book = overlayBook(base, { compute: [{ cloud: 'aws', size: 'm5.large', region: 'us-east-1', hourly: { 'on-demand': 0.1 } }] })
    expect(book.compute('aws', 'm5.large', 'us-east-1', 'on-demand')).toMatchObject({
      ok: true,
      value: { hourly: 0.1, source: { source: 'given' } },
    })
    expect(book.compute('aws', 'm5.large', 'us-east-1', 'spot')).toEqual(base.compute('aws', 'm5.large', 'us-east-1', 'spot'))
    expect(book.sizes('aws')).toEqual(base.sizes('aws'))
    expect(book.count).toBe(base.count)
  })

  it('takes reserved prices', () => {
    const book = overlayBook(base, { reserved: [{ size: 'm5.large', term: '1y', payment: 'partial-upfront', upfront: 250, hourly: 0.03 }] })
    expect(book.reserved('m5.large', 'us-east-1', '1y', 'partial-upfront')).toMatchObject({
      ok: true,
      value: { upfront: 250, hourly: 0.03 },
    })
    expect(book.reserved('m5.large', 'us-east-1', '1y', 'all-upfront')).toEqual(base.reserved('m5.large', 'us-east-1', '1y', 'all-upfront'))
  })

  it('says whose price it is', () => {
    const source = { source: 'contract', note: 'enterprise agreement' }
    const book = overlayBook(base, { id: 'ours', asOf: '2026-11-20', rates: [{ key: 'aws.alb/hour', unit: 'hour', price: 0.02, source }] })
    expect(book.rate('aws.alb/hour', 'us-east-1')).toMatchObject({
      ok: true,
      value: {
        source: {
          sku: 'aws.alb/hour@all',
          book: 'ours',
          asOf: '2026-11-20',
          source: 'contract',
          note: 'enterprise agreement',
          derived: false,
        },
      },
    })
  })

  it('keeps a price of 0 that was given: the giver knows it', () => {
    const book = overlayBook(base, { rates: [{ key: 'aws.alb/hour', unit: 'hour', price: 0 }] })
    expect(book.rate('aws.alb/hour', 'us-east-1')).toMatchObject({ ok: true, value: { tiers: [{ price: 0 }] } })
  })

  it('finds the given keys by pattern, beside those below', () => {
    const book = overlayBook(base, {
      rates: [{ key: 'aws.rds-postgres/db.z9.large-single-az', unit: 'hour', region: 'us-east-1', price: 1 }],
    })
    const pattern = 'aws.rds-postgres/{size}-single-az'
    expect(book.matches(pattern, 'us-east-1')).toEqual([...base.matches(pattern, 'us-east-1'), 'db.z9.large'])
    expect(book.matches(pattern, 'eu-west-1')).toEqual(base.matches(pattern, 'eu-west-1'))
  })

  it('has a hash of its own, the same for the same prices', () => {
    const give = (price: number) => overlayBook(base, { rates: [{ key: 'aws.alb/hour', unit: 'hour', price }] }).hash
    expect(give(1)).toBe(give(1))
    expect(new Set([give(1), give(2), base.hash]).size).toBe(3)
  })

  it('knows nothing that was not given when there is no book below', () => {
    const book = overlayBook(null, { rates: [{ key: 'aws.alb/hour', unit: 'hour', region: 'us-east-1', price: 1 }] })
    expect(book.rate('aws.alb/lcu', 'us-east-1')).toMatchObject({ ok: false, reason: 'The book has no price called aws.alb/lcu' })
    expect(book.rate('aws.alb/hour', 'eu-west-1')).toMatchObject({
      ok: false,
      reason: 'aws.alb/hour is not priced in eu-west-1; nearest regions with a price: us-east-1',
    })
    expect(book.compute('aws', 'm5.large', 'us-east-1', 'on-demand')).toMatchObject({ ok: false })
    expect(book.reserved('m5.large', 'us-east-1', '1y', 'no-upfront')).toMatchObject({ ok: false })
    expect(book.regions('aws')).toEqual(['us-east-1'])
    expect(book.sizes('aws')).toEqual([])
    expect(book.count).toBe(1)
  })

  it.each([-1, NaN, Infinity])('refuses %d as a price', (price) => {
    expect(() => overlayBook(base, { rates: [{ key: 'aws.alb/hour', unit: 'hour', price }] })).toThrow(BookFault)
    expect(() => overlayBook(base, { compute: [{ cloud: 'aws', size: 'm5.large', hourly: { spot: price } }] })).toThrow(BookFault)
    expect(() =>
      overlayBook(base, { reserved: [{ size: 'm5.large', term: '1y', payment: 'no-upfront', upfront: 0, hourly: price }] }),
    ).toThrow(BookFault)
  })

  it('refuses tiers that leave a hole, overlap or begin above 0', () => {
    const give = (...tiers: readonly { from: number; to: number; price: number }[]) =>
      overlayBook(null, { rates: [{ key: 'aws.x/y', unit: 'GB', tiers }] })
    expect(() => give({ from: 0, to: 1, price: 1 }, { from: 2, to: 3, price: 1 })).toThrow(BookFault)
    expect(() => give({ from: 0, to: 2, price: 1 }, { from: 1, to: 3, price: 1 })).toThrow(BookFault)
    expect(() => give({ from: 1, to: 2, price: 1 })).toThrow(BookFault)
    expect(() => give({ from: 0, to: 0, price: 1 })).toThrow(BookFault)
    expect(() => give()).toThrow(BookFault)
  })

  it('without any price given answers as the book below does', () => {
    const book = overlayBook(base, {})
    const sizes = base.sizes('aws').map((size) => size.size)
    fc.assert(
      fc.property(fc.constantFrom(...sizes), fc.constantFrom(...base.regions('aws')), (size, region) => {
        expect(book.compute('aws', size, region, 'spot')).toEqual(base.compute('aws', size, region, 'spot'))
      }),
    )
    expect(book.count).toBe(base.count)
    expect(book.regions('azure')).toEqual(base.regions('azure'))
  })
})
