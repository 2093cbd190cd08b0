import { nearest } from '#shared/document/problem.ts'
import type { Problem } from '#shared/formula/types.ts'
import { clockText, hoursPerWeek, placeInWeek, type Weekly } from './week.ts'
import { WeeklyReader, type Clause } from './weekly-reader.ts'
import { UnreadableWeek, weeklyTokens } from './weekly-tokens.ts'
import { clocksMeant, zoneNames, zoneOffset } from './zones.ts'

export type WeeklyReading = { readonly ok: true; readonly weekly: Weekly } | { readonly ok: false; readonly problem: Problem }

const minutesPerWeek = hoursPerWeek * 60
/** More than a person types, little enough to read at every keystroke. */
const longest = 8192

/**
 * Reads a weekly profile: `Mon-Fri 08:00-18:00 = 4, Sat,Sun = 0, else 2 @ Europe/Berlin`.
 *
 * A part names days, hours or both, and their value; the first part that names a minute gives its value, `else` gives the rest. Hours may
 * go over midnight (`Mon-Fri 22-06` ends on Saturday at 6) and have minutes. Values are numbers of zero or more (`4`, `1.5k`), or
 * multiples of a row's own count (`50 %`, `×2`); one profile does not mix the two, but 0 is either. One number alone is every hour's.
 * What cannot be read is answered with its place and what to write instead.
 */
export function parseWeekly(text: string): WeeklyReading {
  try {
    if (text.length > longest)
      throw new UnreadableWeek('This profile is too long.', `Use at most ${longest} characters.`, longest, text.length)
    const at = text.indexOf('@')
    const zone = at === -1 ? null : zoneOf(text, at + 1)
    const profile = at === -1 ? text : text.slice(0, at)
    const clauses = new WeeklyReader(weeklyTokens(profile), profile.trimEnd().length).clauses()
    checkElse(clauses)
    return { ok: true, weekly: { hours: hoursOf(minutesOf(clauses, profile), clauses), relative: isRelative(clauses), zone } }
  } catch (error) {
    if (error instanceof UnreadableWeek) return { ok: false, problem: error.problem }
    throw error
  }
}

function zoneOf(text: string, at: number): string {
  const zone = text.slice(at).trim()
  const from = text.indexOf(zone, at)
  if (zone !== '' && zoneOffset(zone) !== null) return zone
  const meant = nearest(zone, zoneNames)
  const clocks = clocksMeant(zone)
  const question = clocks ?? meant
  const fix = `${question === null ? '' : `Did you mean ${question}? `}Write a zone such as Europe/Berlin, or an offset such as UTC+2.`
  const message = zone === '' ? 'There is no time zone after @.' : `“${zone.slice(0, 40)}” is not a time zone known here.`
  throw new UnreadableWeek(message, fix, zone === '' ? at - 1 : from, text.length)
}

function checkElse(clauses: readonly Clause[]): void {
  const early = clauses.slice(0, -1).find((clause) => clause.otherwise)
  if (early === undefined) return
  throw new UnreadableWeek('Nothing can follow the else part.', 'Move else to the end.', early.value.from, early.value.to)
}

/** Which clause gives each minute of the week its value. */
function minutesOf(clauses: readonly Clause[], text: string): Int16Array {
  const owners = new Int16Array(minutesPerWeek).fill(-1)
  clauses.forEach((clause, index) => {
    if (clause.otherwise) claim(owners, 0, minutesPerWeek, index)
    for (const { days, spans } of clause.selectors) {
      for (const day of days) {
        for (const span of spans) claim(owners, day * 1440 + span.from, day * 1440 + span.to + (span.to <= span.from ? 1440 : 0), index)
      }
    }
  })
  const gap = owners.indexOf(-1)
  if (gap === -1) return owners
  const next = owners.findIndex((owner, minute) => minute > gap && owner !== -1)
  const until = clockText((((next === -1 ? minutesPerWeek : next) - 1) % 1440) + 1)
  const end = text.trimEnd().length
  throw new UnreadableWeek(`${placeInWeek(gap)} to ${until} has no value.`, 'Give the other hours one, such as else 0.', end, end)
}

function claim(owners: Int16Array, from: number, to: number, clause: number): void {
  for (let minute = from; minute < to; minute++) {
    const at = minute % minutesPerWeek
    if (owners[at] === -1) owners[at] = clause
  }
}

function hoursOf(owners: Int16Array, clauses: readonly Clause[]): Float64Array {
  return Float64Array.from({ length: hoursPerWeek }, (_, hour) => {
    const inHour = owners.subarray(hour * 60, hour * 60 + 60)
    const first = inHour[0] ?? 0
    const value = (clause: number) => clauses[clause]?.value.value ?? 0
    if (inHour.every((owner) => owner === first)) return value(first)
    return inHour.reduce((sum, owner) => sum + value(owner), 0) / 60
  })
}

function isRelative(clauses: readonly Clause[]): boolean {
  const relative = clauses.some(({ value }) => value.relative)
  const plain = clauses.find(({ value }) => !value.relative && value.value !== 0)
  if (relative && plain !== undefined) {
    const fix = 'Write all values as counts (4), or all as multiples of the row’s count (×2, 50 %).'
    throw new UnreadableWeek('This value is a count and others are multiples.', fix, plain.value.from, plain.value.to)
  }
  return relative
}
