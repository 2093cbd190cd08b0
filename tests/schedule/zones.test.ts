import { describe, expect, it } from 'vitest'
import { clocksMeant, inUtc, zoneNames, zoneOffset } from '#pricing/schedule/zones.ts'
import { at, week } from './kit.ts'

/** The lesser of January's and July's offset is standard time, but for Ireland and Morocco, whose law has it the other way round. */
function standardOffset(zone: string): number {
  const offsets = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((date) => {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date(date))
    const match = /GMT(?:([+-])(\d+):(\d+))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
    return (match?.[1] === '-' ? -1 : 1) * (Number(match?.[2] ?? 0) + Number(match?.[3] ?? 0) / 60)
  })
  return Math.min(...offsets)
}

describe('time zones', () => {
  it.each(zoneNames)('%s stands at its standard offset', (zone) => {
    expect(zoneOffset(zone)).toBe(standardOffset(zone))
  })

  it('are read as offsets and refused when unknown', () => {
    expect([zoneOffset('UTC+2'), zoneOffset('UTC-3:30'), zoneOffset('utc+14')]).toEqual([2, -3.5, 14])
    expect([zoneOffset('CET'), zoneOffset('cest'), zoneOffset('EST'), zoneOffset('ACST')]).toEqual([1, 2, -5, 9.5])
    expect([zoneOffset('CST'), clocksMeant('cst'), clocksMeant('CET')]).toEqual([null, 'America/Chicago or Asia/Shanghai', null])
    expect([zoneOffset('Mars/Olympus'), zoneOffset('UTC+15'), zoneOffset('toString'), zoneOffset('+2')]).toEqual([null, null, null, null])
  })
})

describe('a week told by UTC', () => {
  const office = week('Mon-Fri 08-18 = 4, else 2').hours

  it('begins earlier where the clock is ahead and later where it is behind', () => {
    const berlin = inUtc(office, 1)
    expect([berlin[at(0, 6)], berlin[at(0, 7)], berlin[at(0, 16)], berlin[at(0, 17)]]).toEqual([2, 4, 4, 2])
    const newYork = inUtc(office, -5)
    expect([newYork[at(0, 12)], newYork[at(0, 13)], newYork[at(0, 22)], newYork[at(0, 23)]]).toEqual([2, 4, 4, 2])
  })

  it('goes around the end of the week', () => {
    expect(inUtc(week('Mon 00-02 = 1, else 0').hours, 3)[at(6, 21)]).toBe(1)
  })

  it('divides hours by half-hour offsets and keeps the sum', () => {
    const india = inUtc(office, 5.5)
    expect([india[at(0, 2)], india[at(0, 3)]]).toEqual([3, 4])
    expect(india.reduce((sum, value) => sum + value)).toBe(office.reduce((sum, value) => sum + value))
  })
})
