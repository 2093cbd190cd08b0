import type { Budget } from '#shared/document/types.ts'
import { isWrittenWithDollar } from '#shared/formula/index.ts'
import type { Problem } from '#shared/formula/types.ts'
import { decimalsOf } from '#shared/money/index.ts'

/** From this share of its limit a budget is near, unless it says otherwise. */
export const DEFAULT_WARN_AT = 0.8

type Which = 'warn' | 'fail'

/**
 * Reads a warn level as a share of the limit: `80%` or `0.8`, above 0 and at most the whole limit; or an amount in the workbook's
 * currency (`400`, `$0.50`, `400 CHF`), where the limit it belongs to is given. A number above 1 and up to 10 alone may be meant as either
 * and is asked back. `currency`: the workbook's code; amounts in another one are refused.
 */
export function readWarnAt(text: string, limit?: number, currency?: string): number | Problem {
  const share = readLevel('warn', text, limit, currency)
  if (typeof share !== 'number') return share
  if (share > 0 && share <= 1) return share
  return levelProblem('warn', text, limit === undefined ? '80%' : `80% or ${limit * 0.8}`)
}

/** Reads a fail level the same way; it may lie above the limit, up to ten times. Empty: the limit itself. */
export function readFailAt(text: string, limit: number, currency?: string): number | Problem {
  const share = readLevel('fail', text, limit, currency)
  if (typeof share !== 'number') return share
  return share > 0 && share <= 10 ? share : levelProblem('fail', text, `110% or ${limit}`)
}

type Levels = Pick<Budget, 'monthly' | 'warnAt' | 'failAt'>

/** Why a budget's two levels cannot stand, each by itself or beside the other; null where they can. */
export function levelsProblem({ monthly, warnAt, failAt = '' }: Levels, currency: string | undefined): Problem | null {
  const warns = readWarnAt(warnAt, monthly, currency)
  const fails = readFailAt(failAt, monthly, currency)
  if (typeof warns !== 'number') return warns
  if (typeof fails !== 'number') return fails
  if (fails >= warns * (1 - 1e-9)) return null
  return {
    code: '#NUM!',
    message: `The fail level “${failAt}” is below the warn level “${warnAt.trim() === '' ? `${DEFAULT_WARN_AT * 100}%` : warnAt}”.`,
    fix: 'Raise it, or lower the warn level first.',
  }
}

/**
 * Why a level cannot be what was typed for it, by itself or beside the other one. Where the other one cannot be read either, that does not
 * stand in its way: both are mended one after the other.
 */
export function typedLevelProblem(which: Which, levels: Levels, currency: string | undefined): Problem | null {
  const { monthly, warnAt, failAt = '' } = levels
  const read = { warn: readWarnAt(warnAt, monthly, currency), fail: readFailAt(failAt, monthly, currency) }
  if (typeof read[which] !== 'number') return read[which]
  return typeof read[which === 'warn' ? 'fail' : 'warn'] === 'number' ? levelsProblem(levels, currency) : null
}

/** `mark`: the sign or the code of a currency that stands with the number. */
type Written = { readonly number: number; readonly isPercent: boolean; readonly mark: string | undefined }

/** A level as it is written; null for what is none. */
export function writtenLevel(text: string): Written | null {
  const [, code, sign, digits, unit] = level.exec(text.trim()) ?? []
  if (digits === undefined) return null
  const isPercent = unit === '%'
  return { number: Number(digits.replaceAll(',', '')), isPercent, mark: sign ?? code ?? (isPercent ? undefined : unit) }
}

const level = /^(?:([A-Z]{3})\s*|([$€£¥₹])\s*)?(\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)\s*(%|[A-Z]{3})?$/

function readLevel(which: Which, text: string, limit: number | undefined, currency: string | undefined): number | Problem {
  const typed = text.trim()
  if (typed === '') return which === 'warn' ? DEFAULT_WARN_AT : 1
  const written = writtenLevel(typed)
  const foreign = foreignAmount(which, text, written === null ? /^[$€£¥₹]/.exec(typed)?.[0] : written.mark, currency)
  if (foreign !== null) return foreign
  if (written === null) return Number.NaN
  const { number, isPercent, mark } = written
  if (isPercent) return number / 100
  if (mark !== undefined) return limit === undefined ? Number.NaN : number / limit
  if (number > 1 && number <= 10) return eitherProblem(which, text, number, currency)
  return number > 1 && limit !== undefined ? number / limit : number
}

/** Currencies written with a sign that belongs to no dollar. */
const codesOfSigns: ReadonlyMap<string, readonly string[]> = new Map([
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
])

function signOf(currency: string): string | undefined {
  return isWrittenWithDollar(currency) ? '$' : [...codesOfSigns].find(([, codes]) => codes.includes(currency))?.[0]
}

/** No rate between currencies is known here: an amount in another one would be taken for the workbook's own. `mark`: its sign or code. */
function foreignAmount(which: Which, text: string, mark: string | undefined, currency: string | undefined): Problem | null {
  if (currency === undefined || mark === undefined || mark === currency || signOf(currency) === mark) return null
  return {
    code: '#UNIT!',
    message: `The ${which} level “${text}” is in ${mark}, but the workbook counts in ${currency}.`,
    fix: `Write the amount in ${currency} without a sign, or a share of the limit such as 80%.`,
  }
}

function eitherProblem(which: Which, text: string, number: number, currency = 'USD'): Problem {
  const sign = signOf(currency)
  const amount = number.toFixed(Math.max(2, decimalsOf(number)))
  const percent = Number((number * 100).toPrecision(12))
  return {
    code: '#NUM!',
    message: `The ${which} level “${text}” may be meant as a share of the limit or as an amount.`,
    fix: `Write ${percent}% or ${sign === undefined ? `${amount} ${currency}` : `${sign}${amount}`}.`,
  }
}

function levelProblem(which: Which, text: string, example: string): Problem {
  return {
    code: '#NUM!',
    message: `The ${which} level “${text}” is not a share of the limit${which === 'warn' ? '' : ' or an amount'}.`,
    fix: `Write ${which === 'warn' ? 'a share above 0% and up to 100%' : 'a share of the limit or an amount'}, such as ${example}.`,
  }
}
