import { describe, expect, it } from 'vitest'
import { estimate } from '#pricing/calculator/plain.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { hoursBetweenInterruptions, spotOutcome } from '#pricing/purchase/spot.ts'
import type { Component, PurchaseShare } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

const monthHours = 730

function charge(count: string, purchase: readonly PurchaseShare[], more: Partial<Component> = {}) {
  const one = row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count }, purchase, ...more })
  return estimate(book([one]), context).components[0]!.charges[0]!
}

function hourly(term: 'on-demand' | 'spot' | 'reserved-1y-no-upfront'): number {
  return context.book.hourly('aws', 'm5.large', 'us-east-1', term)
}

const reserved = (coverage: string): PurchaseShare => ({ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage })

describe('reservations of machines whose number changes by the hour', () => {
  it('are bought for their share of the peak and paid in every hour', () => {
    const all = charge('08-20 = 4, else 1', [reserved('100%')])
    expect(all.cost).toBeCloseTo(4 * hourly('reserved-1y-no-upfront') * monthHours, 8)
    expect(all.discounts[0]).toMatchObject({ utilisation: expect.closeTo(2.5 / 4, 12), share: expect.closeTo(1, 12) })
    expect(all.discounts[0]!.unused).toBeCloseTo(1.5 * hourly('reserved-1y-no-upfront') * monthHours, 8)
  })

  it('leave what is above them on demand', () => {
    const base = charge('08-20 = 4, else 1', [reserved('25%')])
    const expected = (hourly('reserved-1y-no-upfront') + 1.5 * hourly('on-demand')) * monthHours
    expect(base.cost).toBeCloseTo(expected, 8)
    expect(base.discounts[0]!.unused).toBeCloseTo(0, 9)
  })

  it('cost what they did where the number never changes', () => {
    const flat = charge('4', [reserved('50%')])
    expect(flat.cost).toBeCloseTo((2 * hourly('reserved-1y-no-upfront') + 2 * hourly('on-demand')) * monthHours, 8)
    expect(flat.discounts[0]!.unused).toBeUndefined()
  })

  it('come first, spot takes its share of each hour of what they leave', () => {
    const both = charge('08-20 = 4, else 1', [{ kind: 'spot', coverage: '75%' }, reserved('25%')])
    const expected = (hourly('reserved-1y-no-upfront') + 0.5 * 3 * hourly('spot')) * monthHours
    expect(both.cost).toBeCloseTo(expected, 8)
  })
})

describe('spot that is interrupted', () => {
  const spot: PurchaseShare = { kind: 'spot', coverage: '100%', interruption: '20 h', checkpoint: '5 min', restart: '6 min' }

  it('costs the useful hour, lost work and restarts included', () => {
    const { hourly: useful } = spotOutcome({
      spotHourly: hourly('spot'),
      onDemandHourly: hourly('on-demand'),
      betweenInterruptions: 20,
      saving: 5 / 60,
      restart: 0.1,
    })
    const one = charge('1', [spot], { tags: { interruptible: 'yes' } })
    expect(one.cost).toBeCloseTo(useful * monthHours, 8)
    expect(one.discounts[0]!.hourly).toBeCloseTo(useful, 10)
    expect(one.discounts[0]!.notes).toBeUndefined()
  })

  it('takes the share of machines that are interrupted within a month, as clouds publish it', () => {
    const often = charge('1', [{ ...spot, interruption: '5%' }], { tags: { interruptible: 'yes' } })
    const same = charge('1', [{ ...spot, interruption: `${hoursBetweenInterruptions(0.05)} h` }], { tags: { interruptible: 'yes' } })
    expect(often.cost).toBe(same.cost)
    expect(often.cost).toBeGreaterThan(hourly('spot') * monthHours)
    const [fast, never] = ['20 %', '0%'].map((interruption) => [{ ...spot, interruption }])
    const workbook = book([
      row({ id: 'a', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1' }, purchase: fast ?? [] }),
      row({ id: 'b', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1' }, purchase: never ?? [] }),
    ])
    const calculator = createCalculator(workbook, context)
    expect(calculator.row('a').monthly).toBe(estimate(workbook, context).components[0]!.monthly)
    expect(calculator.row('a').monthly).toBeGreaterThan(calculator.row('b').monthly)
    expect(calculator.row('b').monthly).toBeCloseTo(hourly('spot') * monthHours, 9)
    expect(charge('1', [{ ...spot, interruption: '100%' }]).problem?.code).toBe('#NUM!')
  })

  it('says so where it is worse than on demand', () => {
    const worse = charge('1', [{ ...spot, interruption: '15 min', restart: '30 min' }])
    expect(worse.cost).toBeGreaterThan(worse.list!)
    expect(worse.discounts[0]!.notes?.join(' ')).toContain('Spot costs more than on demand')
  })

  it('says what cannot be: a time that is none', () => {
    expect(charge('1', [{ ...spot, interruption: 'soon' }]).problem?.code).toBe('#VALUE!')
    expect(charge('1', [{ ...spot, interruption: '0' }]).problem?.code).toBe('#NUM!')
  })

  it('is noted where machines answer people, unless the row is tagged as interruptible', () => {
    const group = (tags: Record<string, string>) =>
      estimate(
        book([
          row({
            id: 'asg',
            service: 'aws.auto-scaling-group',
            region: 'us-east-1',
            inputs: { size: 'm5.large', average: '2', minimum: '1', maximum: '4' },
            purchase: [{ kind: 'spot', coverage: '50%' }],
            tags,
          }),
        ]),
        context,
      ).components[0]!.charges.flatMap(({ discounts }) => discounts.flatMap(({ notes }) => notes ?? []))
    expect(group({}).join(' ')).toContain('serves traffic')
    expect(group({ interruptible: 'yes' })).toEqual([])
  })

  it('has a term also where nothing is paid at the start, so that it says from which use on it pays', () => {
    const [line] = charge('2', [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }]).discounts
    expect(line).toMatchObject({ term: '1y' })
    expect(line).not.toHaveProperty('upfront')
  })

  it('asks of any other machines on spot whether they serve traffic, until their row is tagged as interruptible', () => {
    const machines = (service: string, region: string, size: string, tags: Component['tags']) =>
      estimate(
        book([row({ id: 'm', service, region, inputs: { size, count: '2' }, purchase: [{ kind: 'spot', coverage: '50%' }], tags })]),
        context,
      ).components[0]!.charges.flatMap(({ discounts }) => discounts.flatMap(({ notes }) => notes ?? []))
    for (const [service, region, size] of [
      ['aws.ec2', 'us-east-1', 'm5.large'],
      ['google.compute-engine', 'us-central1', 'n2-standard-4'],
    ] as const) {
      expect(machines(service, region, size, {}).join(' ')).toContain('Does this row serve traffic?')
      expect(machines(service, region, size, { interruptible: 'yes' })).toEqual([])
    }
  })
})

describe('convertible reservations', () => {
  it('have prices of their own, or say that the book has none', () => {
    const convertible = (size: string) =>
      charge('1', [{ ...reserved('100%'), offering: 'convertible' } as PurchaseShare], { inputs: { size, count: '1' } })
    const known = (size: string) => context.book.reserved(size, 'us-east-1', '1y', 'no-upfront', 'convertible')
    const sizes = context.book.sizes('aws').map(({ size }) => size)
    const priced = sizes.filter((size) => known(size).ok)
    const unpriced = sizes.filter((size) => !known(size).ok && context.book.compute('aws', size, 'us-east-1', 'on-demand').ok)
    expect(unpriced.length).toBeGreaterThan(0)
    expect(convertible(unpriced[0]!).unknown?.reason).toBe('no-price')
    expect(priced.slice(0, 3).map((size) => convertible(size).discounts[0]?.label)).toEqual(
      priced.slice(0, 3).map(() => 'Reserved 1 year, convertible, no upfront'),
    )
  })
})
