import type { Schedule } from '#shared/document/types.ts'
import { quoteName } from '#shared/formula/rename.ts'
import { looksWeekly } from '#pricing/calculator/weeks.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'

/** A shared schedule so many times: `times` is canonical text, a number or a formula with or without its `=`. */
export type SharedWeek = { readonly schedule: string; readonly times: string }

/** `=4 * schedule("Office hours")`; what is more than a product stands in parentheses. */
export function sharedText({ schedule, times }: SharedWeek): string {
  const factor = times.trim().replace(/^=\s*/, '')
  const before = factor === '1' || factor === '' ? '' : `${isProduct(factor) ? factor : `(${factor})`} * `
  return `=${before}schedule(${quoteName(schedule)})`
}

/** What such a text is made of; `null` for any other, also where the schedule is multiplied with only a part of what stands before it. */
export function sharedIn(text: string, schedules: readonly Pick<Schedule, 'name'>[]): SharedWeek | null {
  const found = /^=\s*(?:(.+?)\s*\*\s*)?schedule\("((?:[^"]|"")*)"\)\s*$/i.exec(text)
  const name = found?.[2]?.replaceAll('""', '"').toLowerCase()
  const schedule = schedules.find((one) => one.name.toLowerCase() === name)?.name
  const times = found?.[1] ?? '1'
  return schedule === undefined || !isProduct(times) ? null : { schedule, times }
}

/** How many times a schedule stands for what is in the field now: the number or formula there, or once. */
export function timesFrom(text: string): string {
  const now = text.trim().replace(/^=\s*/, '')
  return now === '' || looksWeekly(text) || /\bschedule\(/i.test(now) ? '1' : now
}

/**
 * The week to begin with: the one that stands there, else what stands there or the field comes to now (`amount`) in every hour, else office
 * hours. Fields of hours in use take shares of each hour.
 */
export function weekFrom(text: string, hours: boolean, amount: number | null): string {
  if (looksWeekly(text) && parseWeekly(text).ok) return text
  if (hours) return 'Mon-Fri 08-18 = 100 %, else 0'
  if (parseWeekly(text).ok) return text.trim()
  return amount === null ? 'Mon-Fri 08-18 = 1, else 0' : String(Number(amount.toPrecision(12)))
}

/** Whether a text keeps its value when ` * …` is written behind it: factors, of which each is a number, a name, a call or in parentheses. */
function isProduct(text: string): boolean {
  const flat = withoutParts(text)
  return flat !== null && /^(?:factor)(?:\s*[*/]\s*(?:factor))*$/.test(flat.trim().replace(factor, 'factor'))
}

const factor = /\d[\d.,]*(?:[eE][-+]?\d+)?(?:\s*[A-Za-z]+|\s*%)?|\.\d+%?|[A-Za-z_]\w*(?:\s*§)?|§/g

/** The text with a mark for each outermost pair of parentheses and each quoted text; `null` where one is not closed. */
function withoutParts(text: string): string | null {
  let flat = text.replace(/"(?:[^"]|"")*"/g, '')
  if (flat.includes('"') || flat.includes('§')) return null
  for (let inner = /\([^()]*\)/.exec(flat); inner !== null; inner = /\([^()]*\)/.exec(flat)) {
    flat = `${flat.slice(0, inner.index)}§${flat.slice(inner.index + inner[0].length)}`
  }
  return /[()]/.test(flat) ? null : flat
}
