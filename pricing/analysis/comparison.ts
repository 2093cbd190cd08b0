import { rows } from '#shared/document/rows.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { BudgetEstimate, ComponentEstimate, Context, Estimate, Money } from '#pricing/calculator/types.ts'
import { effects } from './effects.ts'
import type { Effects } from './effects.ts'

/** One of the designs compared: a scenario, a snapshot or another workbook, and what it is priced with. */
export type Subject = { readonly name: string; readonly workbook: Workbook; readonly context: Context }

/** `monthly`: null where the row is not part of the design; `unknown`: charges of it without a known cost. */
export type ComparedCell = {
  readonly monthly: number | null
  readonly unknown: number
  readonly difference: number
  readonly ratio: number | null
}

export type ComparedRow = {
  readonly id: Id
  readonly name: string
  readonly group: string
  readonly cells: readonly ComparedCell[]
  /** Why each differs from the baseline; null for the baseline itself. */
  readonly effects: readonly (Effects | null)[]
  readonly differs: boolean
}

export type ComparedSubject = {
  readonly name: string
  readonly currency: string
  readonly priceBook: string
  readonly total: Money
  readonly difference: number
  /** Of the baseline's total; null where that is zero. */
  readonly ratio: number | null
  readonly effects: Effects | null
  readonly groups: ReadonlyMap<string, Money>
  readonly budgets: readonly BudgetEstimate[]
  readonly estimate: Estimate
}

export type Comparison = { readonly baseline: number; readonly subjects: readonly ComparedSubject[]; readonly rows: readonly ComparedRow[] }

/** Designs side by side at most. */
export const MOST_SUBJECTS = 8

/**
 * Designs beside each other, a row each for what they have in common: rows of one identity, and between workbooks rows of one name.
 * Amounts are a month's, each in its workbook's own currency: whoever asks makes sure that it is the same.
 */
export function compare(given: readonly Subject[], baseline: number): Comparison {
  const base = given[baseline]
  if (base === undefined) throw new RangeError(`There is no design ${baseline} among ${given.length}.`)
  const subjects = given.map((subject) => (subject === base ? subject : { ...subject, workbook: matched(subject.workbook, base.workbook) }))
  const estimates = subjects.map(({ workbook, context }) => estimate(workbook, context))
  const causes = subjects.map((subject) => (subject === base ? null : effects(base, subject)))
  const baseMonthly = estimates[baseline]?.total.monthly ?? 0
  const byId = estimates.map((one) => new Map(one.components.map((component) => [component.id, component])))
  return {
    baseline,
    subjects: subjects.map(({ name, workbook, context }, index) => {
      const own = estimates[index] ?? estimate(workbook, context)
      const difference = own.total.monthly - baseMonthly
      return {
        name,
        currency: settingsOf(workbook).currency.code,
        priceBook: context.book.id,
        total: own.total,
        difference,
        ratio: baseMonthly === 0 ? null : difference / baseMonthly,
        effects: causes[index]?.total ?? null,
        groups: own.groups,
        budgets: own.budgets,
        estimate: own,
      }
    }),
    rows: allRows(subjects).map((row) => {
      const found = byId.map((components) => components.get(row.id))
      const cells = found.map((component) => cellOf(component, found[baseline]))
      return {
        id: row.id,
        name: row.name,
        group: row.group,
        cells,
        effects: causes.map((cause) => cause?.rows.get(row.id) ?? null),
        differs: cells.some((cell) => cell.difference !== 0 || (cell.monthly === null) !== (cells[baseline]?.monthly === null)),
      }
    }),
  }
}

function cellOf(component: ComponentEstimate | undefined, base: ComponentEstimate | undefined): ComparedCell {
  const against = base?.monthly ?? 0
  const difference = (component?.monthly ?? 0) - against
  return {
    monthly: component?.monthly ?? null,
    unknown: (component?.unknown ?? 0) + (component?.problems ?? 0),
    difference,
    ratio: against === 0 ? null : difference / against,
  }
}

/** Every row that any design has: in the order of the first that has it, behind the row it follows there. */
function allRows(subjects: readonly Subject[]): readonly Component[] {
  const all: Component[] = []
  const seen = new Set<Id>()
  for (const { workbook } of subjects) {
    let at = 0
    for (const row of rows(workbook.components)) {
      if (seen.has(row.id)) at = all.findIndex((other) => other.id === row.id) + 1
      else {
        all.splice(at, 0, row)
        seen.add(row.id)
        at += 1
      }
    }
  }
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
