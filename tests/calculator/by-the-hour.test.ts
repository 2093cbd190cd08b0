import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { looksWeekly } from '#pricing/calculator/weeks.ts'
import type { Driver, ScalingRule, Schedule, Workbook } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

function driver(name: string, value: string): Driver {
  return { id: name, order: 1, name, value, unit: '' }
}

function withSchedules(workbook: Workbook, ...schedules: readonly Schedule[]): Workbook {
  return { ...workbook, schedules: new Map(schedules.map((one) => [one.id, one])) }
}

function week(id: string, weekly: string, more: Partial<Schedule> = {}): Schedule {
  return { id, order: 1, name: id, weekly, ...more }
}

const vm = (inputs: Record<string, string>) =>
  row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', ...inputs } })

function hoursOf(workbook: Workbook): number | null {
  return estimate(workbook, context).components[0]!.charges[0]!.quantity
}

describe('a week in a cell', () => {
  it('is told from numbers and formulas', () => {
    for (const text of ['00-06 = 2, else 3', 'Mon-Fri 08-18', 'else 2', 'weekend = 1']) expect(looksWeekly(text), text).toBe(true)
    for (const text of ['4', '10 TB', '25%', '=if(a = 2, 1, 0)', '', '3 h/day', '5 EUR']) expect(looksWeekly(text), text).toBe(false)
  })

  it('of counts makes the mean of its hours', () => {
    expect(hoursOf(book([vm({ count: '08-20 = 4, else 1' })]))).toBeCloseTo(2.5 * 730, 9)
    expect(hoursOf(book([vm({ count: '7' })]))).toBe(7 * 730)
  })

  it('of hours in use is the share of each hour', () => {
    expect(hoursOf(book([vm({ count: '3', hours: 'Mon-Fri 08-18 = 100%, else 0' })]))).toBeCloseTo((3 * 730 * 50) / 168, 9)
    expect(hoursOf(book([vm({ count: '08-20 = 4, else 0', hours: '12-24 = 50%, else 0' })]))).toBeCloseTo((730 * 4 * 0.5 * 8) / 24, 9)
  })

  it('of counts in a field of hours, and of shares in a field of counts, is refused', () => {
    const problem = (inputs: Record<string, string>) => estimate(book([vm(inputs)]), context).components[0]!.charges[0]!.problem?.message
    expect(problem({ count: '1', hours: '08-18 = 1, else 0' })).toContain('takes shares of each hour')
    expect(problem({ count: '08-18 = 50%, else 0' })).toContain('nothing here that they are shares of')
    expect(problem({ count: '08-18 = 4' })).toContain('has no value')
  })

  it('is rounded up hour by hour, never as a mean', () => {
    const drivers = [driver('visitors', '08-12 = 90, else 10')]
    expect(hoursOf(book([vm({ count: '=ceil(visitors / 40)' })], {}, drivers))).toBeCloseTo(((4 * 3 + 20 * 1) / 24) * 730, 9)
  })

  it('follows the clock of its zone: the same mean, other hours', () => {
    const drivers = [driver('local', 'Mon 08-18 = 4, else 2 @ Asia/Tokyo')]
    const value = estimate(book([], {}, drivers), context).drivers.get('local')
    expect(value).toMatchObject({ kind: 'number', value: expect.closeTo((10 * 4 + 158 * 2) / 168, 12) })
    const hours = value?.kind === 'number' ? value.hours! : new Float64Array(0)
    expect([hours[167], hours[0], hours[8], hours[9]]).toEqual([4, 4, 4, 2])
  })

  it('counts as its mean where one number is needed', () => {
    const drivers = [driver('load', '08-20 = 3, else 1')]
    const flat = row({ id: 'fee', service: 'general.flat', inputs: { monthly: '=load * 100' } })
    expect(estimate(book([flat], {}, drivers), context).total.monthly).toBeCloseTo(200, 9)
  })

  it('pays for capacity units by the largest dimension of each hour', () => {
    const balancer = row({
      id: 'alb',
      service: 'aws.application-load-balancer',
      region: 'us-east-1',
      inputs: { newConnections: '00-12 = 100, else 0', activeConnections: '00-12 = 0, else 9000', processed: '0', ruleEvaluations: '0' },
    })
    const capacity = estimate(book([balancer]), context).components[0]!.charges.find(({ id }) => id === 'capacity')!
    expect(capacity.quantity).toBeCloseTo(((4 + 3) / 2) * 730, 9)
    expect(capacity.profile?.map(({ hours, quantity }) => [hours, quantity / 730])).toEqual([
      [365, expect.closeTo(4, 12)],
      [365, expect.closeTo(3, 12)],
    ])
  })
})

describe('a schedule', () => {
  const scaled = week('web', '', { scaling: { load: '=visitors', capacity: '25', target: '70%', minimum: '2', maximum: '5' } })

  it('is read by name or id, and an edit of it reaches what reads it', () => {
    const before = withSchedules(book([vm({ count: '=schedule("Office")' })]), week('office', '08-20 = 4, else 2', { name: 'Office' }))
    const calculator = createCalculator(before, context)
    expect(calculator.row('vm').monthly).toBeCloseTo(3 * 730 * 0.096, 9)
    const [old, now] = [before.schedules.get('office')!, week('office', '6', { name: 'Office' })]
    const after = withSchedules(before, now)
    const { components, schedules } = calculator.apply([{ table: 'schedules', id: 'office', before: old, after: now }], after)
    expect([...components, ...schedules]).toEqual(['vm', 'office'])
    expect(calculator.row('vm').monthly).toBeCloseTo(6 * 730 * 0.096, 9)
    expect(hoursOf(withSchedules(book([vm({ count: '=schedule("office")' })]), now))).toBe(6 * 730)
  })

  it('with a scaling rule is what the autoscaler bills, and says when its maximum is too low', () => {
    const workbook = withSchedules(book([vm({ count: '=schedule("web")' })], {}, [driver('visitors', '08-12 = 200, else 10')]), scaled)
    const { value, warnings, scaling } = estimate(workbook, context).schedules.get('web')!
    expect(value).toMatchObject({ kind: 'number', value: expect.closeTo((4 * 5 + 20 * 2 + 0.25 * 3) / 24, 9) })
    expect(warnings[0]).toContain('more than the maximum of 5 instances')
    expect(createCalculator(workbook, context).schedule('web')).toEqual({ value, warnings, scaling })
    expect(scaling?.load[9]).toBe(8)
    expect([scaling?.unmet[9], scaling?.unmet[20]]).toEqual([3, 0])
  })

  it.each<[string, Partial<ScalingRule>, readonly [number, number]]>([
    ['minimum', { load: '10', minimum: '00-12 = 8, else 2' }, [8, 2]],
    ['maximum', { load: '2000', maximum: '00-12 = 8, else 2' }, [8, 2]],
    ['target', { target: '00-12 = 35%, else 70%' }, [9, 5]],
    ['capacity', { capacity: '00-12 = 50, else 150' }, [9, 3]],
  ])('whose rule has a %s by the hour is run by the hour, never on the mean', (field, more, expected) => {
    const rule = { load: '300', capacity: '100', target: '70%', minimum: '1', maximum: '20', ...more }
    const { value, scaling } = estimate(withSchedules(book([]), week('web', '', { scaling: rule })), context).schedules.get('web')!
    expect(value.kind === 'number' && [value.hours?.[30], value.hours?.[42]]).toEqual(expected)
    expect(scaling?.load[30]).toBe(rule.load === '300' ? 300 / (field === 'capacity' ? 50 : 100) : Number(rule.load) / 100)
  })

  it('whose rule lacks something is not told to type the zero that is refused', () => {
    const rule = { load: '300', capacity: '100', target: '70%', minimum: '1', maximum: '20' }
    const said = (more: Partial<ScalingRule>) => {
      const { value } = estimate(withSchedules(book([]), week('web', '', { scaling: { ...rule, ...more } })), context).schedules.get('web')!
      return value.kind === 'unknown' ? `${value.unknown.message} ${value.unknown.fix}` : value.kind
    }
    expect(said({ capacity: ' ' })).toBe('The capacity of web is not given. Type the capacity of web.')
    expect(said({ target: '' })).toBe('The target of web is not given. Type the target of web.')
    expect(said({ load: '' })).toBe('The load of web is not given. Type the load of web, or 0 if there is none.')
    expect(said({ minimum: '' })).toContain('or 0 if there is none')
  })

  it('whose rule cannot be in some hour says in which, and its pauses are the same all week', () => {
    const rule = { load: '300', capacity: '100', target: '70%', minimum: '1', maximum: '20' }
    const problem = (more: Partial<ScalingRule>) => {
      const workbook = withSchedules(book([]), week('web', '', { scaling: { ...rule, ...more } }))
      const { value } = estimate(workbook, context).schedules.get('web')!
      return value.kind === 'problem' ? value.problem.message : value.kind
    }
    expect(problem({ minimum: 'Tue 08-18 = 30, else 1' })).toBe('In the hour of Tuesday 08:00: The minimum 30 is above the maximum 20.')
    expect(problem({ minimum: '08-18 = 2.5, else 1' })).toContain('In the hour of Monday 08:00: ')
    expect(problem({ capacity: '08-18 = 100, else 0' })).toBe('One instance takes no load.')
    expect(problem({ coolDownMinutes: '08-18 = 5, else 30' })).toBe('The cool-down of web changes by the hour.')
    expect(problem({ stabilisationMinutes: '08-18 = 5, else 30' })).toBe('The stabilisation window of web changes by the hour.')
  })

  it('on a cycle says the way round', () => {
    const workbook = withSchedules(book([], {}, [driver('visitors', '=schedule("web") * 2')]), scaled)
    expect(estimate(workbook, context).schedules.get('web')!.value).toMatchObject({
      kind: 'problem',
      problem: { code: '#CYCLE!', message: expect.stringContaining('schedule("web")') },
    })
  })

  it('may be a week written out where no schedule has that name', () => {
    const written = '=ceil(schedule("08-20 = 3, else 1 @ Europe/Berlin") / 2)'
    const workbook = book([vm({ count: written })])
    expect(hoursOf(workbook)).toBeCloseTo(1.5 * 730, 9)
    expect(createCalculator(workbook, context).row('vm').monthly).toBeCloseTo(1.5 * 730 * 0.096, 9)
    const bearing = withSchedules(workbook, week('x', '6', { name: '08-20 = 3, else 1 @ Europe/Berlin' }))
    expect(hoursOf(bearing)).toBe(3 * 730)
    const broken = estimate(book([vm({ count: '=schedule("Mon 08-18 = 4")' })]), context).components[0]!.charges[0]!
    expect(broken.problem?.message).toContain('has no value')
  })

  it('that is not there, or twice, is said so', () => {
    const message = (workbook: Workbook) => estimate(workbook, context).components[0]!.charges[0]!.problem?.message
    const reader = book([vm({ count: '=schedule("Night")' })])
    expect(message(reader)).toBe('There is no schedule "Night".')
    const twice = withSchedules(reader, week('a', '1', { name: 'Night' }), week('b', '2', { name: 'Night' }))
    expect(message(twice)).toBe('2 schedules are called "Night".')
  })
})

describe('a schedule that is renamed', () => {
  it('may take the name that it alone read until then', () => {
    const scaling = { load: '=schedule("Web") * 10', capacity: '5', target: '50%', minimum: '1', maximum: '6' }
    const rows = book([vm({ count: '2' })])
    const [before, after] = [week('a', '', { name: 'load', scaling }), week('a', '00-06 = 2, else 3', { name: 'Web' })]
    const calculator = createCalculator(withSchedules(rows, before), context)
    const renamed = withSchedules(rows, after)
    calculator.apply([{ table: 'schedules', id: 'a', before, after }], renamed)
    expect(calculator.schedule('a')).toEqual(estimate(renamed, context).schedules.get('a'))
    expect(calculator.schedule('a').value).toMatchObject({ kind: 'number', value: 2.75 })
  })
})
