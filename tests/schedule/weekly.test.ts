import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursOnPerMonth, summaryOf, unitHoursPerMonth, type Weekly } from '#pricing/schedule/week.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'
import { printWeekly } from '#pricing/schedule/weekly-print.ts'
import { at, week } from './kit.ts'

const problemOf = (text: string) => {
  const reading = parseWeekly(text)
  if (reading.ok) throw new Error(`${text} was read`)
  return reading.problem
}

describe('a weekly profile', () => {
  it('gives hours by the clock and the rest by else', () => {
    const { hours } = week('00-06 = 2, 12-20 = 5, else 3')
    expect([0, 5, 6, 11, 12, 19, 20, 23].map((hour) => hours[hour])).toEqual([2, 2, 3, 3, 5, 5, 3, 3])
    expect(hours[6 * 24 + 12]).toBe(5)
  })

  it('gives days, spans of days and hours of days', () => {
    const { hours } = week('Mon-Fri 08:00-18:00 = 4, Sat,Sun = 0, else 2')
    expect([at(0, 7), at(0, 8), at(4, 17), at(4, 18), at(5, 10), at(6, 23)].map((hour) => hours[hour])).toEqual([2, 4, 4, 2, 0, 0])
  })

  it('goes over midnight into the next day, from Sunday into Monday', () => {
    const nights = week('Mon-Fri 22-06 = 1, else 0').hours
    expect([at(0, 5), at(0, 22), at(1, 5), at(1, 6), at(5, 5), at(5, 22)].map((hour) => nights[hour])).toEqual([0, 1, 1, 0, 1, 0])
    expect(week('Sun 20-04 = 7, else 1').hours[at(0, 3)]).toBe(7)
    expect(week('Fri-Mon = 1, else 0').hours[at(0, 0)]).toBe(1)
  })

  it('takes the first of two parts that name an hour', () => {
    expect(week('Mon 08-10 = 9, Mon = 1, else 0').hours[at(0, 9)]).toBe(9)
    expect(week('Mon = 1, Mon 08-10 = 9, else 0').hours[at(0, 9)]).toBe(1)
  })

  it('holds the mean of an hour that minutes divide', () => {
    const { hours } = week('Mon 08:15-10:30 = 4, else 1')
    expect([hours[8], hours[9], hours[10]]).toEqual([3.25, 4, 2.5])
  })

  it('reads several spans and several days of one part', () => {
    const { hours } = week('Mon,Wed 08-10,14-16, Sat = 3, else 0')
    expect([at(0, 9), at(0, 15), at(2, 15), at(5, 3), at(1, 9), at(0, 12)].map((hour) => hours[hour])).toEqual([3, 3, 3, 3, 0, 0])
  })

  it('reads thousands, millions, one number for every hour, long day names and other dashes', () => {
    expect(week('1.005k').hours[100]).toBe(1005)
    expect(week('Monday–Friday 8 - 18 = 2M; else: 1'.replace(':', '')).hours[8]).toBe(2e6)
    expect(week('weekdays = 1, weekend = 0').hours[at(5, 0)]).toBe(0)
  })

  it('reads times of the two halves of a day', () => {
    expect(week('Mon-Fri 9am-5pm = 4, else 2').hours).toEqual(week('Mon-Fri 09-17 = 4, else 2').hours)
    expect(week('8:30 p.m.-12AM = 4, else 2').hours).toEqual(week('20:30-24 = 4, else 2').hours)
    expect(week('12am-12pm = 4, else 2').hours).toEqual(week('00-12 = 4, else 2').hours)
    expect(week('10pm-6am = 4, else 2').hours).toEqual(week('22-06 = 4, else 2').hours)
  })

  it('knows multiples of the row’s count from counts', () => {
    for (const text of ['Mon-Fri 08-18 = 50 %, else 0', 'Mon-Fri 08-18 = ×0.5, else 0', 'Mon-Fri 08-18 = 0.5x, else 0']) {
      expect(week(text)).toMatchObject({ relative: true })
      expect(week(text).hours[8]).toBe(0.5)
    }
    expect(week('4').relative).toBe(false)
    expect(problemOf('Mon = 4, else 50 %').message).toMatch(/count and others are multiples/)
  })

  it('keeps the time zone as data', () => {
    expect(week('Mon-Fri 08-18 = 4, else 2 @ Europe/Berlin').zone).toBe('Europe/Berlin')
    expect(week('4 @ UTC+2').zone).toBe('UTC+2')
    expect(week('4').zone).toBeNull()
    expect(problemOf('4 @ Europe/Berln')).toMatchObject({ fix: expect.stringMatching(/Europe\/Berlin/), at: { from: 4, to: 16 } })
    expect(week('4 @ cet').zone).toBe('cet')
    expect(problemOf('4 @ CST').fix).toContain('Did you mean America/Chicago or Asia/Shanghai?')
    expect(problemOf('4 @').message).toMatch(/no time zone/)
  })

  it.each([
    ['', /empty/, 0],
    ['Mon-Fri 08-18 = 4', /Monday 00:00 to 08:00 has no value/, 17],
    ['Mon-Fri = 4', /Saturday 00:00 to 24:00 has no value/, 11],
    ['Mno-Fri = 4, else 1', /not “Mno”/, 0],
    ['Mon 25-26 = 4, else 1', /not an hour of the day/, 4],
    ['Mon 9-5pm = 4, else 1', /Only one of these times says am or pm/, 4],
    ['Mon 9am-17 = 4, else 1', /Only one of these times says am or pm/, 4],
    ['Mon 13pm-14 = 4, else 1', /13pm is not a time of the day/, 4],
    ['Mon 08:75-10 = 4, else 1', /not a time of the day/, 4],
    ['Mon 08-08 = 4, else 1', /begin and end at the same time/, 4],
    ['Mon 08 = 4, else 1', /“-” is expected/, 7],
    ['Mon 08-10 4, else 1', /“=” is expected/, 10],
    ['Mon 08-10 = , else 1', /value is expected/, 12],
    ['Mon 08-10 = -4, else 1', /value is expected/, 12],
    ['else 1, Mon = 4', /Nothing can follow/, 5],
    ['Mon-Fri, 08-18 = 4, else 2', /after a comma/, 4],
    ['Mon ? 4', /“\?” has no meaning/, 4],
    ['Mon = 1e999, else 1', /too large/, 6],
    ['x'.repeat(9000), /too long/, 8192],
  ])('answers %j with its place and a sentence', (text, message, from) => {
    const problem = problemOf(text)
    expect(problem.message).toMatch(message)
    expect(problem.at?.from).toBe(from)
    expect(problem.fix).toMatch(/\.$/)
  })

  it('answers any text without throwing', () => {
    const pieces = fc.constantFrom(
      'Mon',
      'Fri',
      '-',
      ',',
      '=',
      '08',
      '18:30',
      '9am',
      'pm',
      ' ',
      'else',
      '4',
      '%',
      '×',
      '@',
      'UTC',
      '?',
      '50k',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const reading = parseWeekly(parts.join(''))
        const sound = reading.ok
          ? reading.weekly.hours.every((value) => Number.isFinite(value) && value >= 0)
          : (reading.problem.at?.from ?? Infinity) <= parts.join('').length
        expect(sound).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('printing a profile', () => {
  it.each([
    '4',
    'Mon-Fri 08-18 = 4, else 2',
    '00-06 = 2, 12-20 = 5, else 3',
    'Sat,Sun = 0, else 3 @ Europe/Berlin',
    'Mon-Fri 22-06 = 1, else 0',
    'Mon-Fri 08-18 = 50 %, else 0 %',
  ])('writes %s as it was', (text) => {
    expect(printWeekly(week(text))).toBe(text)
  })

  it('is never longer than the same profile written part by part', () => {
    expect(printWeekly(week('Mon 22-24 = 1, Tue 00-06 = 1, Tue 22-24 = 1, Wed 00-06 = 1, else 0'))).toBe('Mon,Tue 22-06 = 1, else 0')
    expect(printWeekly(week('Mon 08-18 = 4, Tue 08-18 = 4, Wed 08-18 = 4, else 2'))).toBe('Mon-Wed 08-18 = 4, else 2')
  })

  const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1e9, noNaN: true }).map(Math.abs))
  const blocks = fc.array(fc.tuple(fc.nat({ max: 167 }), fc.nat({ max: 60 }), fc.integer({ min: 0, max: 3 })), { maxLength: 8 })

  it('reads back as the same hours, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 168, maxLength: 168 }), fc.boolean(), (hours, relative) => {
        expectReturn({ hours: Float64Array.from(hours), relative, zone: null })
      }),
      { numRuns: 60 },
    )
  })

  it('reads back as the same hours where they come in blocks', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(null, 'UTC-3:30', 'Asia/Tokyo'), fc.boolean(), (spans, zone, relative) => {
        const hours = new Float64Array(168)
        for (const [start, length, level] of spans) for (let hour = start; hour < start + length; hour++) hours[hour % 168] = level * 1.1
        expectReturn({ hours, relative, zone })
      }),
      { numRuns: 1000 },
    )
  })

  function expectReturn(weekly: Weekly): void {
    const text = printWeekly(weekly)
    const reading = parseWeekly(text)
    expect(reading.ok && { ...reading.weekly, hours: [...reading.weekly.hours] }, text).toEqual({ ...weekly, hours: [...weekly.hours] })
  }
})

describe('what a profile comes to', () => {
  it('office hours are 50 of 168 hours and 217.26 of 730', () => {
    const office = week('Mon-Fri 08-18 = 1, else 0').hours
    expect(summaryOf(office)).toMatchObject({ hoursOn: 50, total: 50, minimum: 0, maximum: 1 })
    expect(hoursOnPerMonth(office, 730)).toBeCloseTo(217.26, 2)
    expect(unitHoursPerMonth(office, 730)).toBeCloseTo(217.26, 2)
  })

  it('the plan by the clock: 2 at night, 4 to 6 in the day, 8 to 10 for events', () => {
    const text = 'Fri,Sat 20-24 = 10, Sun 18-20 = 8, 00-06 = 2, 12-16 = 4, 16-20 = 6, else 3'
    const { hours } = week(text)
    expect([at(0, 3), at(0, 9), at(0, 13), at(0, 17), at(4, 21), at(6, 19)].map((hour) => hours[hour])).toEqual([2, 3, 4, 6, 10, 8])
    // A plain day: 6 × 2 + 6 × 3 + 4 × 4 + 4 × 6 + 4 × 3 = 82; the events add 2 × 4 × 7 and 2 × 2.
    expect(summaryOf(hours)).toMatchObject({ total: 7 * 82 + 56 + 4, minimum: 2, maximum: 10 })
  })

  it('an endpoint of 2 to 5 instances costs by its up-time', () => {
    const { hours } = week('Mon-Fri 09-17 = 5, else 2')
    expect(unitHoursPerMonth(hours, 730)).toBeCloseTo(((40 * 5 + 128 * 2) * 730) / 168, 9)
  })

  it('the environments of one service run their own hours', () => {
    const environments = { dev: 'Mon-Fri 08-18 = 1, else 0', staging: 'Mon-Fri 06-22 = 2, else 0', production: '08-20 = 6, else 3' }
    const monthly = Object.values(environments).map((text) => unitHoursPerMonth(week(text).hours, 168))
    expect(monthly).toEqual([50, 160, 7 * (12 * 6 + 12 * 3)])
  })

  it('of no hours at all is nothing', () => {
    expect(summaryOf([])).toEqual({ mean: 0, minimum: 0, maximum: 0, total: 0, hoursOn: 0 })
    expect(hoursOnPerMonth([], 730)).toBe(0)
    expect(unitHoursPerMonth([], 730)).toBe(0)
  })
})
