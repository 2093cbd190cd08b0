import { amount, factLines, fault, field, isoDate, number, required } from './lines.ts'
import { knownSource } from './sources.ts'
import type { Sources } from './sources.ts'
import type { AccountAllowances } from './tiers.ts'

/** The small tables: free allowances, published discounts, early-delete minimums. */

export type SmallTable = { readonly rows: number }

/** Checks the allowances and returns those that hold in every region of an account, by rate key. */
export function parseAllowances(
  file: string,
  text: string,
  sources: Sources,
  keys: ReadonlySet<string>,
): SmallTable & { readonly byKey: AccountAllowances } {
  const byKey = new Map<string, number>()
  const lines = factLines(file, text, '\t')
  for (const line of lines) {
    const value = number(line, required(line, 3, 'amount'), 'amount')
    const kind = required(line, 5, 'kind')
    if (kind !== 'always-free' && kind !== '12-month') throw fault(line, `the kind "${kind}" is not known; write always-free or 12-month.`)
    knownSource(line, required(line, 6, 'source'), sources)
    for (const key of field(line, 7)
      .split(' ')
      .filter((word) => word !== '')) {
      if (!keys.has(key)) throw fault(line, `${key} has no price in build/facts/rates; correct the key or remove it.`)
      if (kind !== 'always-free') throw fault(line, `${key} is free for new customers only; remove the key.`)
      byKey.set(key, value)
    }
  }
  return { rows: lines.length, byKey }
}

export function parseDiscounts(file: string, text: string, sources: Sources): SmallTable {
  const lines = factLines(file, text, '\t')
  for (const line of lines) {
    const low = amount(line, 5, 'lower bound')
    const high = number(line, required(line, 6, 'upper bound'), 'upper bound')
    if (high > 100 || (low ?? 0) > high)
      throw fault(line, `a discount of ${low ?? 'nothing'} to ${high} percent is not a range; correct it.`)
    for (const code of required(line, 7, 'source').split('+')) knownSource(line, code, sources)
  }
  return { rows: lines.length }
}

export function parseDays(file: string, text: string, sources: Sources): SmallTable {
  const lines = factLines(file, text, '\t')
  for (const line of lines) {
    number(line, required(line, 2, 'number of days'), 'number of days')
    knownSource(line, required(line, 3, 'source'), sources)
    isoDate(line, required(line, 4, 'date'))
  }
  return { rows: lines.length }
}

export type BookName = { readonly id: string; readonly gathered: string }

export function parseBookName(file: string, text: string): BookName {
  const lines = factLines(file, text, '\t')
  const find = (name: string): { line: (typeof lines)[number]; value: string } => {
    const line = lines.find((candidate) => field(candidate, 0) === name)
    if (line === undefined) throw new Error(`${file}: the line "${name}" is missing; add it.`)
    return { line, value: required(line, 1, name) }
  }
  const gathered = find('gathered')
  return { id: find('id').value, gathered: isoDate(gathered.line, gathered.value) }
}
