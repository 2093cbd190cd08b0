import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ComputeFacts } from '#pricing/catalog/facts.ts'
import { parseCompute } from './compute.ts'
import { customRates } from './custom.ts'
import { parseRates } from './rates.ts'
import type { RateRow } from './rates.ts'
import { parseDerived, parseReserved } from './reserved.ts'
import type { DerivedFacts, ReservedRow } from './reserved.ts'
import { parseSources } from './sources.ts'
import type { Sources } from './sources.ts'
import { parseAllowances, parseBookName, parseDays, parseDiscounts } from './tables.ts'
import type { BookName } from './tables.ts'
import { toRates } from './tiers.ts'
import type { BookRate } from './tiers.ts'

export const clouds = ['aws', 'google', 'azure'] as const
export type FactCloud = (typeof clouds)[number]

export type Facts = {
  readonly name: BookName
  readonly sources: Sources
  readonly compute: Readonly<Record<FactCloud, ComputeFacts>>
  readonly reserved: readonly ReservedRow[]
  readonly derived: DerivedFacts
  readonly rateRows: readonly RateRow[]
  readonly rates: readonly BookRate[]
  readonly allowances: number
  readonly discounts: number
  readonly days: number
}

/** Reads and checks every fact table under `folder`. Throws FactFault at the first mistake. */
export function readFacts(folder: string): Facts {
  const read = (file: string): readonly [string, string] => [`build/facts/${file}`, readFileSync(path.join(folder, file), 'utf8')]
  const sources = parseSources(...read('sources.txt'))
  const compute = {
    aws: parseCompute(...read('compute/aws.txt'), sources),
    google: parseCompute(...read('compute/google.txt'), sources),
    azure: parseCompute(...read('compute/azure.txt'), sources),
  }
  const rateRows = clouds.flatMap((cloud) => parseRates(...read(`rates/${cloud}.txt`), sources))
  const keys = new Set(rateRows.map((row) => row.key))
  const allowances = parseAllowances(...read('allowances.txt'), sources, keys)
  return {
    name: parseBookName(...read('book.txt')),
    sources,
    compute,
    reserved: parseReserved(...read('reserved/aws.txt'), sources),
    derived: parseDerived(...read('reserved/aws-derived.txt'), sources),
    rateRows,
    rates: [...toRates(rateRows, allowances.byKey), ...customRates(compute.google, sources)],
    allowances: allowances.rows,
    discounts: parseDiscounts(...read('discounts.txt'), sources).rows,
    days: parseDays(...read('days.txt'), sources).rows,
  }
}
