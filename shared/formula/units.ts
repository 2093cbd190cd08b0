import { plain } from './dimension.ts'
import type { Dimension } from './types.ts'

/**
 * The unit words of the language. Data by 1,024 as the bills count it, base GB; time with base hour.
 * A month is as long as the workbook says: it is not a number here but the name `hours_in_month`, put in when the
 * formula is run. A year is twelve of them. Currencies are names too (see `Unit.name`).
 */
export type Unit = {
  readonly dimension: Dimension
  /** One of it in base units is `times / over` (two numbers, so that 250 ms loses no digit). */
  readonly times: number
  readonly over: number
  /** A name whose plain value is multiplied in: `hours_in_month`, `EUR`. */
  readonly name?: string
  /** May stand after `/`: singular nouns and everything that is not a count. */
  readonly below: boolean
}

/** The name a caller supplies as a plain number: hours of the workbook's month. */
export const monthHoursName = 'hours_in_month'

/** The name behind the sign `$`: what one is worth in the workbook's currency, which may count in dollars of another country. */
export const dollarName = '$'

const data: Dimension = { ...plain, data: 1 }
const time: Dimension = { ...plain, time: 1 }
const money: Dimension = { ...plain, money: 1 }
const dataRate: Dimension = { ...plain, data: 1, time: -1 }

const exactWords = new Map<string, Unit>()
const foldedWords = new Map<string, Unit>()

function declare(unit: Unit, words: string, anyCase: boolean): void {
  for (const word of words.split(' ')) {
    exactWords.set(word, unit)
    if (anyCase) foldedWords.set(word.toLowerCase(), unit)
  }
}

function declareData(times: number, over: number, words: string): void {
  declare({ dimension: data, times, over, below: true }, words, false)
}
function declareTime(times: number, over: number, words: string, name?: string): void {
  declare({ dimension: time, times, over, below: true, ...(name === undefined ? {} : { name }) }, words, true)
}

const gigabyte = 1024 ** 3
declareData(1, gigabyte, 'B byte bytes Byte Bytes')
declareData(1, 1024 ** 2, 'KB kB kb KiB kib')
declareData(1, 1024, 'MB mb MiB mib')
declareData(1, 1, 'GB gb GiB gib')
declareData(1024, 1, 'TB tb TiB tib')
declareData(1024 ** 2, 1, 'PB pb PiB pib')
declareData(1, 8 * gigabyte, 'bit bits')
declareData(1e3, 8 * gigabyte, 'kbit Kbit')
declareData(1e6, 8 * gigabyte, 'Mbit')
declareData(1e9, 8 * gigabyte, 'Gbit')
declare({ dimension: dataRate, times: 1e3 * 3600, over: 8 * gigabyte, below: true }, 'kbps Kbps', false)
declare({ dimension: dataRate, times: 1e6 * 3600, over: 8 * gigabyte, below: true }, 'Mbps', false)
declare({ dimension: dataRate, times: 1e9 * 3600, over: 8 * gigabyte, below: true }, 'Gbps', false)

declareTime(1, 3_600_000, 'ms millisecond milliseconds')
declareTime(1, 3600, 's sec secs second seconds')
declareTime(1, 60, 'min mins minute minutes')
declareTime(1, 1, 'h hr hrs hour hours')
declareTime(24, 1, 'd day days')
declareTime(168, 1, 'wk week weeks')
declareTime(1, 1, 'mo month months', monthHoursName)
declareTime(12, 1, 'yr year years', monthHoursName)

/** An amount of money; its name says of which currency. */
const ownMoney: Unit = { dimension: money, times: 1, over: 1, below: true }
const currencySigns: ReadonlyMap<string, Unit> = new Map([
  ['$', { ...ownMoney, name: dollarName }],
  ['€', { ...ownMoney, name: 'EUR' }],
  ['£', { ...ownMoney, name: 'GBP' }],
  ['¥', { ...ownMoney, name: 'JPY' }],
  ['₹', { ...ownMoney, name: 'INR' }],
])
/** Codes are names the caller may supply: what one of it is worth in the workbook's currency. */
export const currencyCodes: readonly string[] = 'USD EUR GBP JPY INR CHF CAD AUD NZD CNY SEK NOK DKK PLN BRL KRW SGD HKD ZAR MXN'.split(' ')
for (const code of currencyCodes) declare({ ...ownMoney, name: code }, code, false)

/** Nouns of things counted: plain numbers, so `1000 requests` is 1000. Only the singular may follow a `/`. */
const countNouns =
  'request user instance message event connection object item image invocation query call prediction inference function server node container pod task job run ' +
  'vcpu core gpu token document file order customer seat licence license person session view visit click transaction read write operation lookup record ' +
  'metric alarm dashboard trace key secret certificate domain zone rule device volume snapshot bucket shard partition stream queue topic cluster endpoint ' +
  'account tenant page transition execution'
for (const noun of countNouns.split(' ')) {
  const count: Unit = { dimension: plain, times: 1, over: 1, below: false }
  declare({ ...count, below: true }, noun, true)
  declare(count, pluralOf(noun), true)
}
declare({ dimension: plain, times: 1, over: 1, below: false }, 'people IOPS rps', true)

function pluralOf(noun: string): string {
  if (noun.endsWith('ex') || noun.endsWith('sh') || noun.endsWith('x')) return `${noun}es`
  return noun.endsWith('y') && !'aeiou'.includes(noun.at(-2) ?? '') ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

/** Data units mind their case (`Gb` could mean bits); time and counts do not. */
export function unitOf(word: string): Unit | undefined {
  return exactWords.get(word) ?? foldedWords.get(word.toLowerCase())
}

export function currencySign(sign: string): Unit | undefined {
  return currencySigns.get(sign)
}

/** Words a person may complete after a number, the usual ones first. */
export const usualUnits: readonly string[] = 'GB TB MB KB h day month ms s min requests users instances'.split(' ')

const dollarCodes: ReadonlySet<string> = new Set('USD CAD AUD NZD SGD HKD MXN'.split(' '))

/** Whether `$` is how a currency is written where it is the local one. */
export function isWrittenWithDollar(code: string): boolean {
  return dollarCodes.has(code)
}
