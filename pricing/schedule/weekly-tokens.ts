import type { Problem } from '#shared/formula/types.ts'

/** The words of a weekly profile: `Mon-Fri 08:00-18:30 = 50 %, else 0 @ Europe/Berlin`. */

export type WeeklyToken =
  | { readonly kind: 'number'; readonly value: number; readonly from: number; readonly to: number }
  /** Minutes of a day, from `8:30` or `9am`; `half`: whether am or pm said which half of the day it is in. */
  | { readonly kind: 'time'; readonly minute: number; readonly half: boolean; readonly from: number; readonly to: number }
  | { readonly kind: 'word'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly from: number; readonly to: number }

export type Sign = '-' | ',' | '=' | '%' | '×'

/** What a reader throws to its own door (`parseWeekly`), which turns it into a value; never leaves this folder. */
export class UnreadableWeek extends Error {
  readonly problem: Problem

  constructor(message: string, fix: string, from: number, to: number) {
    super(`${message} ${fix}`)
    this.problem = { code: '#SYNTAX!', message, fix, at: { from, to } }
  }
}

/** Powers of ten; moved into the exponent, so that 1.005k is exactly 1005. */
const suffixes: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6 }
const patterns = {
  blank: /\s+/y,
  halfTime: /(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?/iy,
  time: /(\d{1,2}):(\d{2})(?![\d:])/y,
  number: /(\d+(?:\.\d+)?|\.\d+)(?:e([+-]?\d+))?/y,
  word: /[A-Za-z]+/y,
} as const

const signs: Readonly<Record<string, Sign>> = {
  '-': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ',': ',',
  ';': ',',
  '=': '=',
  '%': '%',
  '×': '×',
  '*': '×',
}

/** Throws `UnreadableWeek` at a character that belongs to nothing. */
export function weeklyTokens(text: string): readonly WeeklyToken[] {
  const tokens: WeeklyToken[] = []
  let at = 0
  while (at < text.length) {
    const blank = matchAt(patterns.blank, text, at)
    if (blank !== null) {
      at += blank[0].length
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.to
  }
  return tokens
}

function tokenAt(text: string, at: number): WeeklyToken {
  const half = matchAt(patterns.halfTime, text, at)
  if (half !== null) return halfTimeToken(half, at)
  const time = matchAt(patterns.time, text, at)
  if (time !== null) return timeToken(time, at)
  const number = matchAt(patterns.number, text, at)
  if (number !== null) return numberToken(text, number, at)
  const sign = signs[text.charAt(at)]
  if (sign !== undefined) return { kind: 'sign', sign, from: at, to: at + 1 }
  const word = matchAt(patterns.word, text, at)
  if (word === null) {
    const fix = 'Write days, hours and a value, such as Mon-Fri 08-18 = 4, else 2.'
    throw new UnreadableWeek(`“${text.charAt(at)}” has no meaning in a weekly profile.`, fix, at, at + 1)
  }
  const to = at + word[0].length
  return word[0] === 'x' ? { kind: 'sign', sign: '×', from: at, to } : { kind: 'word', text: word[0], from: at, to }
}

function timeToken(match: RegExpExecArray, at: number): WeeklyToken {
  const to = at + match[0].length
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  if (minute > 59 || hour * 60 + minute > 1440) {
    throw new UnreadableWeek(`${match[0]} is not a time of the day.`, 'Use times from 00:00 to 24:00.', at, to)
  }
  return { kind: 'time', minute: hour * 60 + minute, half: false, from: at, to }
}

/** `12am` is midnight and `12pm` noon. */
function halfTimeToken(match: RegExpExecArray, at: number): WeeklyToken {
  const to = at + match[0].length
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  if (hour < 1 || hour > 12 || minute > 59)
    throw new UnreadableWeek(`${match[0]} is not a time of the day.`, 'Use times from 1am to 12pm, or from 00:00 to 24:00.', at, to)
  const isAfternoon = match[3]?.toLowerCase() === 'p'
  return { kind: 'time', minute: (hour % 12) * 60 + minute + (isAfternoon ? 720 : 0), half: true, from: at, to }
}

function numberToken(text: string, match: RegExpExecArray, at: number): WeeklyToken {
  const digits = match[0]
  const end = at + digits.length
  const power = /[A-Za-z]/.test(text.charAt(end + 1)) ? undefined : suffixes[text.charAt(end)]
  const to = power === undefined ? end : end + 1
  const exponent = Number(match[2] ?? 0) + (power ?? 0)
  const value = Number(`${match[1] ?? '0'}e${exponent}`)
  if (!Number.isFinite(value)) throw new UnreadableWeek('This number is too large.', 'Use a number below 1e308.', at, to)
  return { kind: 'number', value, from: at, to }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
