import { hoursPerWeek } from './week.ts'

/**
 * Standard offsets from UTC in hours, daylight saving left out: rows of several zones pooled hour by hour need one clock, and an
 * hour's difference during half of the year moves a plan's figures less than the plan's own guesses do.
 * Source: the IANA time zone database, standard time of each zone.
 */
const offsets: Readonly<Record<string, number>> = {
  'Pacific/Honolulu': -10,
  'America/Anchorage': -9,
  'America/Los_Angeles': -8,
  'America/Vancouver': -8,
  'America/Tijuana': -8,
  'America/Denver': -7,
  'America/Phoenix': -7,
  'America/Edmonton': -7,
  'America/Chicago': -6,
  'America/Winnipeg': -6,
  'America/Mexico_City': -6,
  'America/Costa_Rica': -6,
  'America/New_York': -5,
  'America/Toronto': -5,
  'America/Bogota': -5,
  'America/Lima': -5,
  'America/Halifax': -4,
  'America/Caracas': -4,
  'America/Santiago': -4,
  'America/St_Johns': -3.5,
  'America/Sao_Paulo': -3,
  'America/Argentina/Buenos_Aires': -3,
  'America/Montevideo': -3,
  'Atlantic/Azores': -1,
  UTC: 0,
  GMT: 0,
  'Europe/London': 0,
  'Europe/Dublin': 0,
  'Europe/Lisbon': 0,
  'Atlantic/Reykjavik': 0,
  'Africa/Accra': 0,
  'Europe/Amsterdam': 1,
  'Europe/Belgrade': 1,
  'Europe/Berlin': 1,
  'Europe/Brussels': 1,
  'Europe/Budapest': 1,
  'Europe/Copenhagen': 1,
  'Europe/Madrid': 1,
  'Europe/Oslo': 1,
  'Europe/Paris': 1,
  'Europe/Prague': 1,
  'Europe/Rome': 1,
  'Europe/Stockholm': 1,
  'Europe/Vienna': 1,
  'Europe/Warsaw': 1,
  'Europe/Zurich': 1,
  'Africa/Casablanca': 1,
  'Africa/Lagos': 1,
  'Europe/Athens': 2,
  'Europe/Bucharest': 2,
  'Europe/Helsinki': 2,
  'Europe/Kyiv': 2,
  'Europe/Riga': 2,
  'Europe/Sofia': 2,
  'Europe/Tallinn': 2,
  'Europe/Vilnius': 2,
  'Africa/Cairo': 2,
  'Africa/Johannesburg': 2,
  'Asia/Jerusalem': 2,
  'Europe/Istanbul': 3,
  'Europe/Moscow': 3,
  'Africa/Nairobi': 3,
  'Asia/Riyadh': 3,
  'Asia/Bahrain': 3,
  'Asia/Tehran': 3.5,
  'Asia/Dubai': 4,
  'Asia/Kabul': 4.5,
  'Asia/Karachi': 5,
  'Asia/Tashkent': 5,
  'Asia/Kolkata': 5.5,
  'Asia/Colombo': 5.5,
  'Asia/Kathmandu': 5.75,
  'Asia/Dhaka': 6,
  'Asia/Bangkok': 7,
  'Asia/Ho_Chi_Minh': 7,
  'Asia/Jakarta': 7,
  'Asia/Hong_Kong': 8,
  'Asia/Kuala_Lumpur': 8,
  'Asia/Manila': 8,
  'Asia/Shanghai': 8,
  'Asia/Singapore': 8,
  'Asia/Taipei': 8,
  'Australia/Perth': 8,
  'Asia/Seoul': 9,
  'Asia/Tokyo': 9,
  'Australia/Adelaide': 9.5,
  'Australia/Darwin': 9.5,
  'Australia/Brisbane': 10,
  'Australia/Melbourne': 10,
  'Australia/Sydney': 10,
  'Pacific/Auckland': 12,
}

export const zoneNames: readonly string[] = Object.keys(offsets)

/**
 * Clocks by their letters; those of summer time are an hour ahead all year, which is what they say. Letters that stand for several clocks
 * (CST, IST, BST, AST) are not read.
 */
const letters: Readonly<Record<string, number>> = {
  HST: -10,
  AKST: -9,
  PST: -8,
  PDT: -7,
  MST: -7,
  MDT: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  WET: 0,
  WEST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  SAST: 2,
  MSK: 3,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
}

/** What letters that stand for several clocks may mean. */
const several: Readonly<Record<string, string>> = {
  CST: 'America/Chicago or Asia/Shanghai',
  IST: 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin',
  BST: 'Europe/London or Asia/Dhaka',
  AST: 'America/Halifax or Asia/Riyadh',
}

/** Zones to write in the place of letters that stand for several; null for any other text. */
export function clocksMeant(text: string): string | null {
  return Object.hasOwn(several, text.toUpperCase()) ? (several[text.toUpperCase()] ?? null) : null
}

/**
 * Hours that a zone's standard time is ahead of UTC, -12 to 14, or null for a zone that is not known. Reads `UTC+5:30` and letters such as
 * `CET` too.
 */
export function zoneOffset(zone: string): number | null {
  const named = Object.hasOwn(offsets, zone) ? offsets[zone] : undefined
  if (named !== undefined) return named
  if (Object.hasOwn(letters, zone.toUpperCase())) return letters[zone.toUpperCase()] ?? null
  const match = /^(?:UTC|GMT)([+-])(\d{1,2})(?::(00|15|30|45))?$/i.exec(zone)
  if (match === null) return null
  const hours = Number(match[2]) + Number(match[3] ?? 0) / 60
  const offset = match[1] === '-' ? -hours : hours
  return offset >= -12 && offset <= 14 ? offset : null
}

/**
 * The same week told by UTC: the local hour `t + offset` is the UTC hour `t`. An offset with half or quarter hours splits the local
 * hours, and every UTC hour holds the time-weighted mean of the two it takes part in.
 */
export function inUtc(hours: Float64Array, offset: number): Float64Array {
  const whole = Math.floor(offset)
  const part = offset - whole
  const shifted = new Float64Array(hoursPerWeek)
  for (let hour = 0; hour < hoursPerWeek; hour++) {
    const first = hours[wrapped(hour + whole)] ?? 0
    shifted[hour] = part === 0 ? first : first * (1 - part) + (hours[wrapped(hour + whole + 1)] ?? 0) * part
  }
  return shifted
}

function wrapped(hour: number): number {
  return ((hour % hoursPerWeek) + hoursPerWeek) % hoursPerWeek
}
