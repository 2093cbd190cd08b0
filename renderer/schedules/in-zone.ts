import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Weekly } from '#pricing/schedule/week.ts'
import { printWeekly } from '#pricing/schedule/weekly-print.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'

/**
 * The week by the clock of another zone; empty for UTC. Refused for a zone that there is not, and while the text beside it was refused: the
 * week there is the one before that text, and the zone was not meant for it.
 */
export function inZone(week: Weekly, zone: string, isTextRefused: boolean): Weekly | Refusal {
  if (isTextRefused) {
    return refuse('week-first', {
      message: 'The week as text could not be taken yet.',
      fix: 'Mend it first, or press Escape in it to have the last week back.',
    })
  }
  const named = zone.trim() === '' ? '' : ` @ ${zone.trim()}`
  const reading = parseWeekly(`${printWeekly({ ...week, zone: null })}${named}`)
  return reading.ok ? reading.weekly : refuse('bad-week', reading.problem)
}
