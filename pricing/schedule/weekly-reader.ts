import { nearest } from '#shared/document/problem.ts'
import { dayNames } from './week.ts'
import { UnreadableWeek, type Sign, type WeeklyToken } from './weekly-tokens.ts'

/** Minutes of the day; `to` is below or equal to `from` where the span goes over midnight. */
export type Span = { readonly from: number; readonly to: number }
/** Days (0 is Monday) and the times of each of them. */
export type Selector = { readonly days: readonly number[]; readonly spans: readonly Span[] }
export type ClauseValue = { readonly value: number; readonly relative: boolean; readonly from: number; readonly to: number }
/** `else` has no selectors. */
export type Clause = { readonly selectors: readonly Selector[]; readonly otherwise: boolean; readonly value: ClauseValue }

const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6]
const wholeDay: Span = { from: 0, to: 1440 }

const dayWords: ReadonlyMap<string, readonly number[]> = new Map([
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((name, day): [string, number[]][] => [
    [name, [day]],
    [(dayNames[day] ?? '').toLowerCase(), [day]],
  ]),
  ['weekdays', [0, 1, 2, 3, 4]],
  ['weekend', [5, 6]],
  ['weekends', [5, 6]],
  ['daily', everyDay],
])
const words = [...dayWords.keys(), 'else']
const example = 'Write days, hours and a value, such as Mon-Fri 08-18 = 4, else 2.'

/** Reads clause after clause. Throws `UnreadableWeek`. */
export class WeeklyReader {
  readonly #tokens: readonly WeeklyToken[]
  readonly #end: number
  #at = 0

  constructor(tokens: readonly WeeklyToken[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  clauses(): readonly Clause[] {
    if (this.#tokens.length === 0) throw new UnreadableWeek('The profile is empty.', example, 0, this.#end)
    const clauses = [this.#clause()]
    while (this.#at < this.#tokens.length) {
      this.#expect(',', 'Put a comma between two parts of a profile.')
      if (this.#at === this.#tokens.length) break
      clauses.push(this.#clause())
    }
    return clauses
  }

  #clause(): Clause {
    if (this.#wordIs('else')) {
      this.#at++
      if (this.#isSign('=')) this.#at++
      return { selectors: [], otherwise: true, value: this.#value() }
    }
    if (this.#isConstant()) return { selectors: [], otherwise: true, value: this.#value() }
    const selectors = [this.#selector()]
    while (this.#isSign(',')) {
      this.#refuseDaysThenHours()
      this.#at++
      selectors.push(this.#selector())
    }
    this.#expect('=', 'Say the value of these hours, such as = 4.')
    return { selectors, otherwise: false, value: this.#value() }
  }

  /** `Mon-Fri, 08-18` may mean these hours on these days or both of them on their own: asked back instead of guessed. */
  #refuseDaysThenHours(): void {
    const before = this.#tokens[this.#at - 1]
    if (before?.kind !== 'word' || !this.#isClock(1)) return
    const fix = 'Leave the comma out for these hours on these days (Mon-Fri 08-18), or give each its own value.'
    throw new UnreadableWeek('Hours follow days after a comma.', fix, before.from, this.#tokens[this.#at]?.to ?? this.#end)
  }

  /** A profile that is one number only. */
  #isConstant(): boolean {
    return (
      this.#at === 0 &&
      !this.#tokens.some((token) => token.kind === 'word' || token.kind === 'time' || (token.kind === 'sign' && token.sign === '='))
    )
  }

  #selector(): Selector {
    const days = this.#days()
    const spans = this.#spans()
    if (days.length === 0 && spans.length === 0) throw this.#unexpected('Here days or hours are expected', example)
    return { days: days.length === 0 ? everyDay : days, spans: spans.length === 0 ? [wholeDay] : spans }
  }

  /** `Mon-Wed,Fri`: a comma goes on with days only where another day follows it. */
  #days(): readonly number[] {
    const days: number[] = []
    while (this.#isDay()) {
      const first = this.#day()
      if (this.#isSign('-')) {
        this.#at++
        days.push(...daysBetween(first, this.#day()))
      } else days.push(...first)
      if (this.#isSign(',') && this.#isDay(1)) this.#at++
      else break
    }
    return days
  }

  #spans(): readonly Span[] {
    const spans: Span[] = []
    while (this.#isClock()) {
      spans.push(this.#span())
      if (this.#isSign(',') && this.#isClock(1)) this.#at++
      else break
    }
    return spans
  }

  #span(): Span {
    const start = this.#tokens[this.#at]
    const from = this.#clock()
    this.#expect('-', 'Write hours as a span, such as 08-18.')
    const to = this.#clock()
    const end = this.#tokens[this.#at - 1]
    if (saysHalf(start) !== saysHalf(end)) {
      throw new UnreadableWeek(
        'Only one of these times says am or pm.',
        'Write both the same way, such as 9am-5pm or 09-17.',
        start?.from ?? 0,
        end?.to ?? this.#end,
      )
    }
    if (from % 1440 === to % 1440 && !(from === 0 && to === 1440)) {
      throw new UnreadableWeek(
        'These hours begin and end at the same time.',
        'Write 00-24 for the whole day.',
        start?.from ?? 0,
        end?.to ?? this.#end,
      )
    }
    return { from, to: to === 0 ? 1440 : to }
  }

  #clock(): number {
    const token = this.#tokens[this.#at]
    if (token?.kind === 'time') {
      this.#at++
      return token.minute
    }
    if (token?.kind !== 'number') throw this.#unexpected('Here a time of the day is expected', 'Write 08 or 08:30.')
    if (!Number.isInteger(token.value) || token.value > 24) {
      throw new UnreadableWeek(
        'This is not an hour of the day.',
        'Use whole hours from 00 to 24, or a time such as 08:30.',
        token.from,
        token.to,
      )
    }
    this.#at++
    return token.value * 60
  }

  #day(): readonly number[] {
    const token = this.#tokens[this.#at]
    const days = token?.kind === 'word' ? dayWords.get(token.text.toLowerCase()) : undefined
    if (days === undefined) throw this.#unexpected('Here a day is expected', 'Write Mon, Tue, Wed, Thu, Fri, Sat or Sun.')
    this.#at++
    return days
  }

  /** `4`, `1.5k`, `× 2`, `2x`, `50 %`. */
  #value(): ClauseValue {
    const first = this.#tokens[this.#at]
    const times = this.#isSign('×')
    if (times) this.#at++
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'number')
      throw this.#unexpected('Here a value is expected', 'Write a number of zero or more, such as 4, 1.5k, 50 % or ×2.')
    this.#at++
    const percent = !times && this.#isSign('%')
    const suffixed = !times && !percent && this.#isSign('×')
    if (percent || suffixed) this.#at++
    const to = this.#tokens[this.#at - 1]?.to ?? this.#end
    return { value: percent ? token.value / 100 : token.value, relative: times || percent || suffixed, from: first?.from ?? 0, to }
  }

  #expect(sign: Sign, fix: string): void {
    if (!this.#isSign(sign)) throw this.#unexpected(`Here “${sign}” is expected`, fix)
    this.#at++
  }

  #isSign(sign: Sign): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'sign' && token.sign === sign
  }

  #wordIs(text: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'word' && token.text.toLowerCase() === text
  }

  #isDay(ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead]
    return token?.kind === 'word' && dayWords.has(token.text.toLowerCase())
  }

  #isClock(ahead = 0): boolean {
    const kind = this.#tokens[this.#at + ahead]?.kind
    return kind === 'number' || kind === 'time'
  }

  #unexpected(expected: string, fix: string): UnreadableWeek {
    const token = this.#tokens[this.#at]
    if (token === undefined) return new UnreadableWeek(`${expected}, but the profile ends.`, fix, this.#end, this.#end)
    if (token.kind !== 'word') return new UnreadableWeek(`${expected}.`, fix, token.from, token.to)
    const meant = nearest(token.text, words)
    const advice = meant === null || meant === token.text.toLowerCase() ? fix : `Did you mean ${meant}? ${fix}`
    return new UnreadableWeek(`${expected}, not “${token.text}”.`, advice, token.from, token.to)
  }
}

function saysHalf(token: WeeklyToken | undefined): boolean {
  return token?.kind === 'time' && token.half
}

function daysBetween(first: readonly number[], last: readonly number[]): readonly number[] {
  const [from, to] = [first[0] ?? 0, last.at(-1) ?? 6]
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7)
}
