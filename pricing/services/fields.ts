import type { Dimension, Field } from '#shared/formula/types.ts'
import type { ChoiceInput, NumberInput, SizeInput, SizeSource } from './declare.ts'

/**
 * The kinds of input a service asks for. Each builder fixes the unit a plain number counts in and the range it must
 * lie in; the declaration adds the words. An input without `default` is unknown until somebody types it.
 */

type Words = { readonly label: string; readonly help: string }
type Usage = Words & { readonly default?: string; readonly minor?: true }
type Bounds = { readonly min?: number; readonly max?: number; readonly integer?: true; readonly steady?: true }

const count: Dimension = { data: 0, time: 0, money: 0, duty: 0 }
const data: Dimension = { ...count, data: 1 }
const time: Dimension = { ...count, time: 1 }
const currency: Dimension = { ...count, money: 1 }

/** No usage of one row comes near these; what lies above is a slip of the keyboard. */
const mostThings = 1e12
const mostPerMonth = 1e15
/** 1 EB, in GB. */
const mostData = 1_073_741_824
/** Hours of a month of 31 days. */
export const longestMonth = 744

function number(words: Usage, field: Pick<Field, 'dimension' | 'unit'> & Partial<Field>): NumberInput {
  const { label, help, minor } = words
  const complete: Field = { factor: 1, per: null, min: 0, max: mostThings, ...field }
  return {
    kind: 'number',
    label,
    help,
    field: complete,
    ...(words.default === undefined ? {} : { default: words.default }),
    ...(minor === undefined ? {} : { minor }),
  }
}

function bounds(given: Bounds): Partial<Field> {
  return {
    ...(given.min === undefined ? {} : { min: given.min }),
    ...(given.max === undefined ? {} : { max: given.max }),
    ...(given.integer === undefined ? {} : { integer: given.integer }),
    ...(given.steady === undefined ? {} : { steady: given.steady }),
  }
}

/** How many of something there are: instances, volumes, zones. `unit` says what is counted. */
export function quantity(words: Usage & Bounds & { readonly unit?: string }): NumberInput {
  return number(words, { dimension: count, unit: words.unit ?? '', ...bounds(words) })
}

/** Hours a month that each unit runs, 0 to 744; also takes `3 h/day`. Unless told otherwise: the whole month of the workbook. */
export function hoursPerMonth(words: Partial<Usage> & Bounds = {}): NumberInput {
  const full = {
    label: 'Hours',
    help: 'Hours a month that each one runs, such as 365 or 8 h/day; the whole month unless you say otherwise.',
    default: '24 h/day',
    ...words,
  }
  return number(full, { dimension: time, unit: 'h', per: 'month', max: longestMonth, ...bounds(words) })
}

/** Hours a month of a feature that is not on all the time; unknown until typed unless a default is given. */
export function hoursOfUse(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: time, unit: 'h', per: 'month', ...bounds(words) })
}

/** A rate in things per second, as the month's average; also takes `500/min`. */
export function perSecond(words: Usage & { readonly unit: string }): NumberInput {
  return number(words, { dimension: count, unit: words.unit, per: 'second' })
}

/** Things per month; also takes `20,000/day`. */
export function perMonth(words: Usage & { readonly unit: string }): NumberInput {
  return number(words, { dimension: count, unit: words.unit, per: 'month', max: mostPerMonth })
}

/** GB per month; also takes `5 TB` and `10 GB/day`. */
export function dataPerMonth(words: Usage): NumberInput {
  return number(words, { dimension: data, unit: 'GB', per: 'month', max: mostData })
}

/** GB held, as the month's average, or the size of a memory or a disk. */
export function dataStored(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: data, unit: 'GB', max: mostData, ...bounds(words) })
}

/** Length of one run in milliseconds; also takes `2 s`. At most one day. */
export function duration(words: Usage): NumberInput {
  return number(words, { dimension: time, unit: 'ms', factor: 3_600_000, max: 86_400_000 })
}

/** Memory in MB of 1/1,024 GB; also takes `2 GB`. */
export function memory(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: data, unit: 'MB', factor: 1024, ...bounds(words) })
}

/** Size of one request, message or record in KB of 1/1,024 MB; also takes `2 MB`. */
export function payload(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: data, unit: 'KB', factor: 1_048_576, ...bounds(words) })
}

/** A share written `10%`; kept as 0 to 1. */
export function percent(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: count, unit: '%', max: 1, ...bounds(words) })
}

/** An amount in the workbook's currency for one month; also takes an amount per day or year. */
export function moneyPerMonth(words: Usage): NumberInput {
  return number(words, { dimension: currency, unit: '', per: 'month' })
}

/** What one unit costs, in the workbook's currency, where the price is typed on the row. */
export function price(words: Usage & Bounds): NumberInput {
  return number(words, { dimension: currency, unit: '', ...bounds(words) })
}

/** A choice whose options the compiler knows by name. */
type ChoiceOf<Options> = Omit<ChoiceInput, 'options' | 'default'> & { readonly options: Options; readonly default: keyof Options & string }

/** One of a short list; the declaration's `when` and rate patterns may name it. */
export function choice<const Options extends Readonly<Record<string, string>>>(
  words: Words & { readonly options: Options; readonly default: keyof Options & string },
): ChoiceOf<Options> {
  return { kind: 'choice', ...words }
}

/** A size the price book knows, such as an instance type. */
export function size(words: Words & { readonly sizes: SizeSource; readonly default: string }): SizeInput {
  return { kind: 'size', ...words }
}
