/** A week of 168 hours, hour 0 being Monday 00:00–01:00 of its zone's clock. */

export const hoursPerWeek = 168

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const longDayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/**
 * A weekly profile. `hours` are 168 numbers, zero or more; an hour in which the value changes holds the mean over its time,
 * which is what billing per second charges. `relative`: the values multiply a row's own count instead of replacing it.
 * `zone` is the clock the hours are told by, as written, or null where none was.
 */
export type Weekly = { readonly hours: Float64Array; readonly relative: boolean; readonly zone: string | null }

/** What a profile comes to. `hoursOn`: hours of the week above zero. */
export type WeekSummary = {
  readonly mean: number
  readonly minimum: number
  readonly maximum: number
  readonly total: number
  readonly hoursOn: number
}

/** Of an empty profile everything is 0. */
export function summaryOf(hours: ArrayLike<number>): WeekSummary {
  let [minimum, maximum, total, hoursOn] = [Infinity, -Infinity, 0, 0]
  for (let hour = 0; hour < hours.length; hour++) {
    const value = hours[hour] ?? 0
    minimum = Math.min(minimum, value)
    maximum = Math.max(maximum, value)
    total += value
    if (value > 0) hoursOn++
  }
  if (hours.length === 0) return { mean: 0, minimum: 0, maximum: 0, total: 0, hoursOn: 0 }
  return { mean: total / hours.length, minimum, maximum, total, hoursOn }
}

/**
 * Hours of a month during which a profile is above zero: office hours, 50 of 168, are 217.26 of 730.
 * `monthHours`: hours counted as one month (730 = 8,760 / 12 in the calculators of AWS, Google Cloud and Azure).
 */
export function hoursOnPerMonth(hours: ArrayLike<number>, monthHours: number): number {
  return hours.length === 0 ? 0 : (summaryOf(hours).hoursOn * monthHours) / hours.length
}

/** Unit-hours of a month: the profile's mean times the month's hours. */
export function unitHoursPerMonth(hours: ArrayLike<number>, monthHours: number): number {
  return hours.length === 0 ? 0 : (summaryOf(hours).total * monthHours) / hours.length
}

/** `Monday 08:00`, for sentences. `minute` counts from Monday 00:00. */
export function placeInWeek(minute: number): string {
  const inDay = minute % 1440
  return `${longDayNames[Math.floor(minute / 1440) % 7] ?? 'Monday'} ${clockText(inDay)}`
}

/** `08:30`; 1440 is `24:00`. */
export function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`
}
