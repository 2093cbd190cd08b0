import { describe, expect, it } from 'vitest'
import { parseWeekly } from '#pricing/schedule/weekly.ts'
import { inZone } from '#renderer/schedules/in-zone.ts'

const reading = parseWeekly('Mon-Fri 08-18 = 4, else 2')
if (!reading.ok) throw new Error('The week cannot be read.')
const week = reading.weekly

describe('the zone of a week', () => {
  it('is set and taken away, and the hours stay', () => {
    const there = inZone(week, ' Europe/Berlin ', false)
    expect(there).toEqual({ ...week, zone: 'Europe/Berlin' })
    expect('message' in there ? there : inZone(there, '', false)).toEqual(week)
  })

  it('is refused where there is no such zone', () => {
    expect(inZone(week, 'Europe/Nowhere', false)).toMatchObject({ refused: true })
  })

  it('is not put on the week before a text that was refused', () => {
    expect(inZone(week, 'Europe/Berlin', true)).toMatchObject({ code: 'week-first', message: 'The week as text could not be taken yet.' })
  })
})
