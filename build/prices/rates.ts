import type { Origin } from '#pricing/catalog/facts.ts'
import { amount, factLines, fault, field, isoDate, number, required } from './lines.ts'
import type { FactLine } from './lines.ts'
import { knownSource } from './sources.ts'
import type { Sources } from './sources.ts'

export const marks = ['derived', 'zero', 'allowance', 'included', 'gap', 'flat'] as const
export type Mark = (typeof marks)[number]

/** One line of a rates table: one tier of one key in one region. `to` is Infinity without an upper bound. */
export type RateRow = {
  readonly at: FactLine
  readonly key: string
  readonly unit: string
  readonly region: string
  readonly from: number
  readonly to: number
  readonly price: number
  readonly free: number | null
  readonly origin: Origin
  readonly marks: ReadonlySet<Mark>
}

type Heads = { readonly origins: Map<string, string>; readonly notes: Map<string, string> }

export function parseRates(file: string, text: string, sources: Sources): readonly RateRow[] {
  const heads: Heads = { origins: new Map(), notes: new Map() }
  const rows: RateRow[] = []
  const units = new Map<string, string>()
  let rate: { readonly key: string; readonly unit: string } | undefined
  for (const line of factLines(file, text, '\t')) {
    if (line.inner) {
      if (rate === undefined) throw fault(line, 'a price stands before the first rate; write the rate above it.')
      rows.push(rateRow(line, rate.key, rate.unit, heads))
    } else if (field(line, 0) === 'rate') {
      rate = { key: keyOf(line), unit: required(line, 2, 'unit') }
      checkUnit(line, rate.key, rate.unit, units)
    } else {
      readHead(line, heads, sources)
    }
  }
  return rows
}

/** A charge counts in one unit wherever its row stands, so a key may not be priced by the hour here and by the month there. */
function checkUnit(line: FactLine, key: string, unit: string, units: Map<string, string>): void {
  const other = units.get(key) ?? unit
  if (other !== unit) throw fault(line, `${key} is priced per ${unit} here and per ${other} above; convert one of them.`)
  units.set(key, unit)
}

function keyOf(line: FactLine): string {
  const key = required(line, 1, 'key')
  if (!/^(aws|google|azure)\.[a-z0-9-]+\/[A-Za-z0-9._-]+$/.test(key))
    throw fault(line, `"${key}" is not a key; write it like aws.ebs-gp3/storage.`)
  return key
}

function readHead(line: FactLine, heads: Heads, sources: Sources): void {
  const kind = field(line, 0)
  const name = required(line, 1, 'letter')
  if (kind === 'origin') {
    const source = knownSource(line, required(line, 2, 'source'), sources)
    heads.origins.set(name, `${source.code} ${field(line, 3)}`.trim())
  } else if (kind === 'note') {
    heads.notes.set(name, required(line, 2, 'text'))
  } else {
    throw fault(line, `a line begins with "${kind}"; write origin, note or rate, or begin it with a tab.`)
  }
}

function rateRow(line: FactLine, key: string, unit: string, heads: Heads): RateRow {
  const letter = required(line, 4, 'origin')
  const source = heads.origins.get(letter)
  if (source === undefined) throw fault(line, `the origin "${letter}" is not declared at the head of the file.`)
  const noteNumber = field(line, 6)
  const note = noteNumber === '' ? '' : heads.notes.get(noteNumber)
  if (note === undefined) throw fault(line, `the note "${noteNumber}" is not declared at the head of the file.`)
  const given = new Set(
    field(line, 7)
      .split('+')
      .filter((word) => word !== '')
      .map((word) => markOf(line, word)),
  )
  const price = number(line, required(line, 2, 'price'), 'price')
  if (price === 0 && !given.has('zero') && !given.has('allowance')) {
    throw fault(line, 'the price is 0; mark the line "zero" when the vendor charges nothing, or take it out when the price is not known.')
  }
  const [from, to] = bounds(line)
  return {
    at: line,
    key,
    unit,
    region: required(line, 0, 'region'),
    from,
    to,
    price,
    free: amount(line, 3, 'free allowance'),
    origin: { source, date: isoDate(line, required(line, 5, 'date')), note, derived: given.has('derived') },
    marks: given,
  }
}

function markOf(line: FactLine, word: string): Mark {
  const mark = marks.find((known) => known === word)
  if (mark === undefined) throw fault(line, `the mark "${word}" is not known; use ${marks.join(', ')}.`)
  return mark
}

/** `0..10240`, `10240..`, or empty for every unit. */
function bounds(line: FactLine): readonly [number, number] {
  const text = field(line, 1)
  if (text === '') return [0, Infinity]
  const [from, to, more] = text.split('..')
  if (to === undefined || more !== undefined) throw fault(line, `"${text}" is no tier; write it like 0..10240 or 10240...`)
  const range = [number(line, from ?? '', 'start of the tier'), to === '' ? Infinity : number(line, to, 'end of the tier')] as const
  if (range[1] <= range[0]) throw fault(line, `the tier "${text}" ends before it begins.`)
  return range
}
