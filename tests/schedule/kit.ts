import type { Weekly } from '#pricing/schedule/week.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'

/** The profile of a text that must be readable. */
export function week(text: string): Weekly {
  const reading = parseWeekly(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.message}`)
  return reading.weekly
}

/** Hour of the week; day 0 is Monday. */
export function at(day: number, hour: number): number {
  return day * 24 + hour
}
