import { rows } from '#shared/document/rows.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { BudgetEstimate, Context, Money } from '#pricing/calculator/types.ts'
import { availabilityOf } from './availability.ts'
import type { Availability } from './availability.ts'
import { effects } from './effects.ts'
import type { Caused, Effects } from './effects.ts'
import { priceFromNothing } from './figures.ts'
import type { Figures, Pricing } from './figures.ts'

/** One of the designs compared: a scenario, a snapshot or another workbook, and what it is priced with. */
export type Subject = { readonly name: string; readonly workbook: Workbook; readonly context: Context }

/**
 * `unknown`: charges of the row without a known cost, and of them `errors` those in error. `monthly`: null where nothing of it is known (`unknown` is then above 0) and where the
 * row is not part of the design, which costs nothing. `difference`: null where either side is not known.
 */
export type ComparedCell = {
  readonly monthly: number | null
  readonly unknown: number
  readonly errors: number
  readonly difference: number | null
  readonly ratio: number | null
}

export type ComparedRow = {
  readonly id: Id
  readonly name: string
  readonly group: string
  readonly cells: readonly ComparedCell[]
  /** Why each differs from the baseline; null for the baseline itself, and where nobody asked. */
  readonly effects: readonly (Effects | null)[]
  readonly differs: boolean
}

export type ComparedSubject = {
  readonly name: string
  readonly currency: string
  readonly priceBook: string
  readonly total: Money
  /** Null where nothing is known of either total. */
  readonly difference: number | null
  /** Of the baseline's total; null where that is zero, and where there is no difference to be known. */
  readonly ratio: number | null
  readonly effects: Effects | null
  readonly groups: ReadonlyMap<string, Money>
  readonly categories: ReadonlyMap<string, Money>
  readonly budgets: readonly BudgetEstimate[]
  readonly availability: Availability
}

export type Comparison = { readonly baseline: number; readonly subjects: readonly ComparedSubject[]; readonly rows: readonly ComparedRow[] }

/** Designs side by side at most. */
export const MOST_SUBJECTS = 8

/**
 * Designs beside each other, a row each for what they have in common: rows of one identity, and between workbooks rows of one name.
 * Amounts are a month's, each in its workbook's own currency: whoever asks makes sure that it is the same.
 */
export function compare(given: readonly Subject[], baseline: number, price: Pricing = priceFromNothing): Comparison {
  const subjects = aligned(given, baseline)
  const base = baselineOf(subjects, baseline)
  const causes = subjects.map((subject) => (subject === base ? null : effects(base, subject, price)))
  return withCauses(sideBySide(subjects, baseline, price), causes)
}

/** The designs with the identities of the baseline's rows, so that the same row is known in each. */
export function aligned(given: readonly Subject[], baseline: number): readonly Subject[] {
  const base = baselineOf(given, baseline)
  return given.map((subject) => (subject === base ? subject : { ...subject, workbook: matched(subject.workbook, base.workbook) }))
}

/** Aligned designs beside each other, without a word on why they differ. */
export function sideBySide(subjects: readonly Subject[], baseline: number, price: Pricing = priceFromNothing): Comparison {
  const figures = subjects.map(({ workbook, context }) => price(workbook, context))
  const base = costOf(figures[baseline]?.total)
  return {
    baseline,
    subjects: subjects.flatMap(({ name, workbook, context }, index) => {
      const own = figures[index]
      if (own === undefined) return []
      const cost = costOf(own.total)
      const difference = cost === null || base === null ? null : cost - base
      return {
        name,
        currency: settingsOf(workbook).currency.code,
        priceBook: context.book.id,
        total: own.total,
        difference,
        ratio: difference === null || base === null || base === 0 ? null : difference / base,
        effects: null,
        groups: own.groups,
        categories: own.categories,
        budgets: own.budgets,
        availability: availabilityOf(workbook),
      }
    }),
    rows: allRows(subjects).map((row) => comparedRow(row, figures, baseline)),
  }
}

/** The comparison with the effects found between the baseline and each design (`null`: not known, or the baseline). */
export function withCauses(comparison: Comparison, causes: readonly (Caused | null)[]): Comparison {
  return {
    ...comparison,
    subjects: comparison.subjects.map((subject, index) => ({ ...subject, effects: causes[index]?.total ?? null })),
    rows: comparison.rows.map((row) => ({ ...row, effects: causes.map((cause) => cause?.rows.get(row.id) ?? null) })),
  }
}

function baselineOf(subjects: readonly Subject[], baseline: number): Subject {
  const base = subjects[baseline]
  if (base === undefined) throw new RangeError(`There is no design ${baseline} among ${subjects.length}.`)
  return base
}

function comparedRow({ id, name, group }: Component, figures: readonly Figures[], baseline: number): ComparedRow {
  const base = figures[baseline]?.rows.get(id)
  const cells = figures.map(({ rows: own }) => cellOf(own.get(id), base))
  const same = cells[baseline]
  return {
    id,
    name,
    group,
    cells,
    effects: figures.map(() => null),
    differs: cells.some(
      ({ monthly, unknown, difference }) =>
        (difference ?? 0) !== 0 || unknown !== same?.unknown || (monthly === null) !== (same.monthly === null),
    ),
  }
}

/** A row or a group beside the baseline's; undefined where a design has none. */
export function cellOf(row: Money | undefined, base: Money | undefined): ComparedCell {
  const [own, against] = [costOf(row), costOf(base)]
  const difference = own === null || against === null ? null : own - against
  return {
    monthly: row === undefined ? null : own,
    unknown: row === undefined ? 0 : leftOut(row),
    errors: row?.problems ?? 0,
    difference,
    ratio: difference === null || against === null || against === 0 ? null : difference / against,
  }
}

/** What is not there costs nothing; null where all that there is is not known. */
function costOf(row: Money | undefined): number | null {
  if (row === undefined) return 0
  return isKnown(row) ? row.monthly : null
}

type Link = { readonly row: Component; next: Link | null }

/** Every row that any design has: in the order of the first that has it, behind the row it follows there. */
function allRows(subjects: readonly Subject[]): readonly Component[] {
  const links = new Map<Id, Link>()
  let first: Link | null = null
  for (const { workbook } of subjects) {
    let at: Link | null = null
    for (const row of rows(workbook.components)) {
      const known = links.get(row.id)
      if (known !== undefined) {
        at = known
        continue
      }
      const link: Link = { row, next: at === null ? first : at.next }
      if (at === null) first = link
      else at.next = link
      links.set(row.id, link)
      at = link
    }
  }
  const all: Component[] = []
  for (let link = first; link !== null; link = link.next) all.push(link.row)
  return all
}

/** The workbook with the ids of the other's rows, drivers, budgets and schedules where they bear the same name and no id in common. */
export function matched(workbook: Workbook, to: Workbook): Workbook {
  return {
    ...workbook,
    components: renamed(workbook.components, to.components, ({ name }) => name),
    drivers: renamed(workbook.drivers, to.drivers, ({ name }) => name),
    budgets: renamed(workbook.budgets, to.budgets, ({ scope }) => scope),
  }
}

function renamed<R extends { readonly id: Id }>(
  records: ReadonlyMap<Id, R>,
  to: ReadonlyMap<Id, R>,
  nameOf: (record: R) => string,
): ReadonlyMap<Id, R> {
  const free = [...to.values()].filter(({ id }) => !records.has(id))
  if (free.length === 0 || [...records.keys()].every((id) => to.has(id))) return records
  const byName = new Map(free.map((record) => [nameOf(record), record.id]))
  return new Map(
    Array.from(records.values(), (record) => {
      const id = to.has(record.id) ? undefined : byName.get(nameOf(record))
      if (id === undefined) return [record.id, record]
      byName.delete(nameOf(record))
      return [id, { ...record, id }]
    }),
  )
}
