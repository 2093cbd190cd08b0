import type { Origin, Price } from '#pricing/catalog/facts.ts'
import { amount, factLines, fault, field, isoDate, number, required } from './lines.ts'
import type { FactLine } from './lines.ts'
import { knownSource } from './sources.ts'
import type { Sources } from './sources.ts'
import { hourly } from './compute.ts'

export type Term = '1y' | '3y'
export type Payment = 'no-upfront' | 'all-upfront'
export type Offering = 'standard' | 'convertible' | 'savings-plan'

/** `value`: dollars for the whole term (all-upfront) or dollars an hour (no-upfront). */
export type ReservedRow = {
  readonly at: FactLine
  readonly size: string
  readonly region: string
  readonly term: Term
  readonly payment: Payment
  readonly offering: Offering
  readonly value: number
  readonly origin: Origin
}

const token = /^(1y|3y)-(all|no)(?:-(convertible|savings-plan))?=([\d.]+)(?:@([a-z]+))?$/

const restored = 'trailing zeros of the dollar amount restored'

export function parseReserved(file: string, text: string, sources: Sources): readonly ReservedRow[] {
  const origins = new Map<string, Origin>()
  const rows = new Map<string, ReservedRow>()
  let size: string | undefined
  for (const line of factLines(file, text, ',')) {
    if (!line.inner && field(line, 0) === 'origin') {
      const source = knownSource(line, required(line, 2, 'source'), sources)
      const note = source.code.endsWith('z') ? restored : ''
      origins.set(required(line, 1, 'letter'), {
        source: source.code,
        date: isoDate(line, required(line, 3, 'date')),
        note,
        derived: false,
      })
    } else if (!line.inner) {
      size = required(line, 0, 'size')
    } else {
      if (size === undefined) throw fault(line, 'a region stands before the first size; write the size above it.')
      for (const row of rowsOf(line, size, origins)) {
        const key = [row.size, row.region, row.term, row.payment, row.offering].join(' ')
        if (rows.has(key)) throw fault(line, `${key} stands here twice; remove one.`)
        rows.set(key, row)
      }
    }
  }
  return [...rows.values()]
}

function rowsOf(line: FactLine, size: string, origins: ReadonlyMap<string, Origin>): readonly ReservedRow[] {
  const region = required(line, 0, 'region')
  return line.fields.slice(1).map((text) => {
    const parts = token.exec(text)
    if (parts === null) throw fault(line, `"${text}" is not a reserved price; write it like 1y-all=165 or 3y-no=0.018@b.`)
    const [, term, payment, offering, dollars, letter] = parts
    const origin = origins.get(letter ?? 'a')
    if (origin === undefined) throw fault(line, `the origin "${letter ?? 'a'}" is not declared at the head of the file.`)
    const value = number(line, dollars ?? '', 'price')
    if (payment === 'no') hourly(line, value, 'no-upfront')
    else if (!Number.isInteger(value) || value === 0) throw fault(line, `"${text}" must be whole dollars above 0.`)
    return {
      at: line,
      size,
      region,
      term: term === '3y' ? '3y' : '1y',
      payment: payment === 'all' ? 'all-upfront' : 'no-upfront',
      offering: offering === 'convertible' || offering === 'savings-plan' ? offering : 'standard',
      value,
      origin,
    }
  })
}

/** No-upfront prices computed from all-upfront ones, by `size region`: one year, three years. */
export type DerivedFacts = ReadonlyMap<string, readonly [Price, Price]>

export const derivedSource = 'nu2605'

export function parseDerived(file: string, text: string, sources: Sources): DerivedFacts {
  const origins = new Map<string, readonly [Origin | null, Origin | null]>()
  const rows = new Map<string, readonly [Price, Price]>()
  let size: string | undefined
  for (const line of factLines(file, text, ',')) {
    if (!line.inner && field(line, 0) === 'origin') {
      origins.set(required(line, 1, 'letter'), [derivedOrigin(line, 2, sources), derivedOrigin(line, 3, sources)])
    } else if (!line.inner) {
      size = required(line, 0, 'size')
    } else {
      const from = origins.get(required(line, 3, 'origin'))
      if (from === undefined) throw fault(line, `the origin "${field(line, 3)}" is not declared at the head of the file.`)
      const price = (i: 0 | 1): Price => {
        const value = amount(line, i + 1, 'price')
        const origin = from[i]
        if (value === null) return null
        if (origin === null) throw fault(line, 'a price without a ratio; leave it empty when it is not known.')
        return { value: hourly(line, value, 'computed'), origin }
      }
      rows.set(`${size ?? ''} ${required(line, 0, 'region')}`, [price(0), price(1)])
    }
  }
  return rows
}

function derivedOrigin(line: FactLine, i: number, sources: Sources): Origin | null {
  const ratio = field(line, i)
  if (ratio === '') return null
  const source = knownSource(line, derivedSource, sources)
  const note = `computed: the all-upfront price (va2605) spread over the term, times ${number(line, ratio, 'ratio')}, the ratio measured on the family`
  return { source: source.code, date: source.date, note, derived: true }
}
