import { fault } from './lines.ts'
import type { RateRow } from './rates.ts'
import type { Origin } from '#pricing/catalog/facts.ts'

/** A rate as the book keeps it: tiers from 0 without holes; usage beyond the last has no known price. */
export type BookRate = {
  readonly key: string
  readonly region: string
  readonly unit: string
  readonly tiers: readonly { readonly to: number; readonly price: number }[]
  readonly free: number
  readonly origin: Origin
  /** Where the source's tiers have a hole, or end, usage from here on is not known; Infinity when complete. */
  readonly covered: number
  /** Lines of the tables that lie beyond a hole and therefore price nothing. */
  readonly unreachable: number
}

/** Free amounts that hold in every region of an account, by rate key. */
export type AccountAllowances = ReadonlyMap<string, number>

/**
 * Joins the lines of one key and region into a rate.
 *
 * - `allowance`: the units below the first paid tier are free only for those who take the free tier, so every bound is counted from the
 *   first paid unit (the vendor's 100..10335 becomes 0..10235), and the allowance is kept beside the tiers.
 * - `included`: the units below are part of another charge of the same service, so they are a tier of their own at 0.
 * - `flat`: the bounds count something other than the unit; the price holds for every unit.
 * - `gap`: what the units below cost is not known; the tiers end there.
 */
export function toRates(rows: readonly RateRow[], allowances: AccountAllowances): readonly BookRate[] {
  const groups = new Map<string, RateRow[]>()
  for (const row of rows) {
    const id = `${row.key} ${row.region}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => toRate(group, allowances))
}

function toRate(rows: readonly RateRow[], allowances: AccountAllowances): BookRate {
  const sorted = [...rows].sort((a, b) => a.from - b.from)
  const first = sorted.find((row) => row.price > 0 || row.marks.has('zero')) ?? sorted[0]
  if (first === undefined) throw new Error('a rate without lines')
  checkRate(sorted)
  const { tiers, unreachable } = joined(sorted)
  const free = first.free ?? allowances.get(first.key) ?? 0
  const covered = tiers.at(-1)?.to ?? 0
  return { key: first.key, region: first.region, unit: first.unit, tiers, free, origin: originOf(sorted, first), covered, unreachable }
}

/** Tiers follow each other; a start above 0, a hole and a tier of price 0 must be declared by a mark. */
function checkRate(sorted: readonly RateRow[]): void {
  let end = 0
  for (const [i, row] of sorted.entries()) {
    if (row.unit !== sorted[0]?.unit) throw fault(row.at, `${row.key} has two units in ${row.region}; give each unit a key of its own.`)
    if (row.from < end) throw fault(row.at, `the tier from ${row.from} overlaps the one before, which ends at ${end}.`)
    const declared =
      (['gap', 'flat'] as const).some((mark) => row.marks.has(mark)) ||
      (i === 0 && (['allowance', 'included'] as const).some((mark) => row.marks.has(mark)))
    if (row.from > end && !declared) {
      throw fault(row.at, `nothing says what the units from ${end} to ${row.from} cost; mark the line gap, allowance, included or flat.`)
    }
    if (row.marks.has('allowance') && row.price > 0 && row.free !== row.from) {
      throw fault(row.at, `the tier begins at ${row.from} but the free allowance is ${row.free ?? 'missing'}; they must be equal.`)
    }
    end = row.to
  }
}

function joined(sorted: readonly RateRow[]): Pick<BookRate, 'tiers' | 'unreachable'> {
  const paid = sorted.filter((row) => !(row.marks.has('allowance') && row.price === 0))
  const start = paid[0]
  if (start === undefined) return { tiers: [], unreachable: sorted.length }
  if (start.marks.has('flat')) return { tiers: [{ to: Infinity, price: start.price }], unreachable: 0 }
  const shift = start.marks.has('allowance') || paid.length < sorted.length ? start.from : 0
  const tiers = start.marks.has('included') ? [{ to: start.from, price: 0 }] : []
  const reachable = untilGap(paid)
  for (const row of reachable) tiers.push({ to: row.to - shift, price: row.price })
  return { tiers, unreachable: paid.length - reachable.length }
}

function untilGap(rows: readonly RateRow[]): readonly RateRow[] {
  const gap = rows.findIndex((row) => row.marks.has('gap'))
  return gap === -1 ? rows : rows.slice(0, gap)
}

/** The first paid tier's origin; when other tiers come from elsewhere the note says so. */
function originOf(sorted: readonly RateRow[], first: RateRow): Origin {
  const others = sorted.filter(
    (row) => row.price > 0 && (row.origin.source !== first.origin.source || row.origin.date !== first.origin.date),
  )
  const elsewhere = [...new Set(others.map((row) => `${row.origin.source}, ${row.origin.date}`))].map((from) => `other tiers from ${from}`)
  const notes = [...new Set(sorted.flatMap((row) => row.origin.note.split('; ')))].filter((note) => note !== '')
  return { ...first.origin, note: [...notes, ...elsewhere].join('; '), derived: sorted.some((row) => row.origin.derived) }
}
