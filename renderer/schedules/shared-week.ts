import type { Schedule } from '#shared/document/types.ts'
import { quoteName } from '#shared/formula/rename.ts'

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
