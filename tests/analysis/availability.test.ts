import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, availabilityOf, downtime, inRegions, nines } from '#pricing/analysis/availability.ts'
import { book, row } from '#tests/calculator/kit.ts'

describe('the availability of parts together', () => {
  it('is the published one', () => {
    expect(allOf([0.9995, 0.9999])).toBeCloseTo(0.9994, 6)
    expect(allOf([0.9995, 0.9995])).toBeCloseTo(0.99900025, 12)
    expect(anyOf([0.9999, 0.999])).toBeCloseTo(0.9999999, 12)
    expect(allOf([0.9995, anyOf([0.9999, 0.999])])).toBeCloseTo(0.9995, 6)
    expect(inRegions(0.9995, 2)).toBeCloseTo(0.99999975, 12)
    // The page prints 99.999999 %, cut off.
    expect(inRegions(0.9995, 4)).toBeGreaterThan(0.99999999)
  })

  it('leaves the published downtime in a month of 30 days and a year', () => {
    const minutes = (availability: number, hours: number) => downtime(availability, hours) * 60
    expect([downtime(0.99, 720), downtime(0.99, 8760) / 24]).toEqual([expect.closeTo(7.2, 9), expect.closeTo(3.65, 9)])
    expect([minutes(0.999, 720), downtime(0.999, 8760)]).toEqual([expect.closeTo(43.2, 9), expect.closeTo(8.76, 9)])
    expect([minutes(0.9995, 720), downtime(0.9995, 8760)]).toEqual([expect.closeTo(21.6, 9), expect.closeTo(4.38, 9)])
    expect([minutes(0.9999, 720), minutes(0.9999, 8760)]).toEqual([expect.closeTo(4.32, 9), expect.closeTo(52.56, 9)])
    expect([minutes(0.99999, 720) * 60, minutes(0.99999, 8760)]).toEqual([expect.closeTo(25.92, 7), expect.closeTo(5.256, 7)])
  })

  it('of no parts is that of nothing to fail, or nothing to rely on', () => {
    expect([allOf([]), anyOf([])]).toEqual([1, 0])
    expect([nines(0.999), nines(1)]).toEqual([expect.closeTo(3, 9), Infinity])
  })

  it('stays a share, falls with every part that is needed and rises with every one that can stand in', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { maxLength: 6 }), share, (parts, more) => {
        for (const together of [allOf(parts), anyOf(parts)]) {
          expect(together).toBeGreaterThanOrEqual(0)
          expect(together).toBeLessThanOrEqual(1)
        }
        expect(allOf([...parts, more])).toBeLessThanOrEqual(allOf(parts))
        expect(anyOf([...parts, more])).toBeGreaterThanOrEqual(anyOf(parts) - 1e-15)
      }),
    )
  })
})

describe('the availability of a design', () => {
  const part = (id: string, tags: Readonly<Record<string, string>>, region = 'us-east-1') => row({ id, service: 'aws.ec2', region, tags })
  const of = (...rows: readonly ReturnType<typeof part>[]) => availabilityOf(book(rows))

  it('is that of its rows, all of which are needed', () => {
    expect(of(part('web', { availability: '99.95%' }), part('db', { availability: '0.9999' }))).toEqual({
      share: expect.closeTo(0.99940005, 12),
      silent: 0,
      unread: [],
    })
  })

  it('is not known where no row says, and counts those that do not', () => {
    expect(of()).toEqual({ share: null, silent: 0, unread: [] })
    expect(of(part('web', {}), part('db', { availability: ' ' }))).toEqual({ share: null, silent: 2, unread: [] })
    expect(of(part('web', { availability: '99.9 %' }), part('db', {}))).toEqual({
      share: expect.closeTo(0.999, 12),
      silent: 1,
      unread: [],
    })
  })

  it('tells a row that says nothing from one that says what cannot be read', () => {
    const said = ['high', '101%', '99.95', '=1-0.05%', '99,95%']
    expect(of(part('web', { availability: '99.9%' }), ...said.map((availability, at) => part(`r${at}`, { availability })))).toEqual({
      share: expect.closeTo(0.999, 12),
      silent: 0,
      unread: said.map((text, at) => ({ row: expect.stringMatching(new RegExp(`^r${at}$`, 'i')), text })),
    })
  })

  it('rises with regions that stand in for each other, each of which needs its own rows', () => {
    const web = (region: string) => part(`web ${region}`, { availability: '99.95%', failover: 'site' }, region)
    const db = (region: string) => part(`db ${region}`, { availability: '99.99%', failover: 'site' }, region)
    const one = 0.9995 * 0.9999
    expect(of(web('us-east-1'), db('us-east-1')).share).toBeCloseTo(one, 12)
    expect(of(web('us-east-1'), db('us-east-1'), web('eu-west-1'), db('eu-west-1')).share).toBeCloseTo(inRegions(one, 2), 12)
    expect(of(web('us-east-1'), web('eu-west-1'), part('dns', { availability: '99.9%' })).share).toBeCloseTo(
      inRegions(0.9995, 2) * 0.999,
      12,
    )
  })
  it('counts a silent region as one that can stand in, so that the bound is one', () => {
    const dns = part('dns', { availability: '99.9%' })
    const west = part('west', { availability: '99.5%', failover: 'web' })
    const east = (tags: Readonly<Record<string, string>>) => part('east', { failover: 'web', ...tags }, 'eu-west-1')
    expect(of(dns, west, east({}))).toEqual({ share: expect.closeTo(0.999, 12), silent: 1, unread: [] })
    expect(of(dns, west, east({ availability: '99' })).share).toBeCloseTo(0.999, 12)
    expect(of(dns, east({}))).toEqual({ share: expect.closeTo(0.999, 12), silent: 1, unread: [] })
  })

  it('is never less than with any answer of the silent rows', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => `${thousandths / 10}%`)
    const one = fc.record({
      said: share,
      isSilent: fc.boolean(),
      failover: fc.constantFrom('', 'web', 'db'),
      region: fc.constantFrom('us-east-1', 'eu-west-1', 'eu-west-2'),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (parts) => {
        const rowsOf = (withAll: boolean) =>
          parts.map(({ said, isSilent, failover, region }, at) =>
            part(`r${at}`, { failover, ...(withAll || !isSilent ? { availability: said } : {}) }, region),
          )
        const bound = of(...rowsOf(false)).share
        const whole = of(...rowsOf(true)).share
        expect(bound ?? 1).toBeGreaterThanOrEqual((whole ?? 0) - 1e-12)
      }),
    )
  })
})
