import type { Availability } from '#pricing/analysis/availability.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import type { EffectKind, Effects } from '#pricing/analysis/effects.ts'
import type { ComparedRow, ComparedSubject, Comparison } from '#pricing/analysis/comparison.ts'
import type { BudgetEstimate, Money } from '#pricing/calculator/types.ts'
import { shownEffects } from '#pricing/export/effects.ts'
import { scopeLabel } from '#renderer/ui/budget-words.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'

/**
 * What one design has on a line. `amount`: null where it has nothing there, and where nothing of it is known. Differences are from the
 * baseline; null on it, and where one of the two is not known.
 */
export type LineCell = {
  /** Place of the design among those compared. */
  readonly design: number
  readonly amount: number | null
  readonly difference: number | null
  /** What is printed of an effect, where another last digit makes all of them add up to the printed difference. */
  readonly shown?: number
  readonly ratio: number | null
  /** Charges whose cost is not known, and which the amount leaves out. */
  readonly unknown: number
  /** Either side of the difference leaves something out, so that it may be more or less. */
  readonly unsure: boolean
  readonly budget?: BudgetEstimate
  readonly availability?: Availability
}

export type Line = {
  readonly key: string
  /** `figure`: of the total, neither good nor bad by itself. */
  readonly kind: 'total' | 'figure' | 'budget' | 'availability' | 'group' | 'row' | 'effect'
  readonly level: 1 | 2 | 3
  readonly label: string
  readonly tip?: string
  readonly cells: readonly LineCell[]
  /** Absent: nothing to unfold. */
  readonly open?: boolean
  /** The row of the sheet it is about. */
  readonly row?: string
}

export type LineOptions = {
  readonly onlyDifferences: boolean
  readonly folded: ReadonlySet<string>
  readonly opened: ReadonlySet<string>
}

export const effectLabels: Readonly<Record<EffectKind, { readonly label: string; readonly tip: string }>> = {
  quantity: { label: 'Quantity', tip: 'How much is used: numbers, drivers, schedules' },
  mix: { label: 'Mix', tip: 'What is used: rows that come and go, services, sizes, choices' },
  region: { label: 'Region', tip: 'Where it runs' },
  price: { label: 'Price', tip: 'What a unit costs: price book, negotiated and typed prices, currency, free tier' },
  purchase: { label: 'Purchase', tip: 'How it is bought: on demand, reserved, spot' },
}

/** The comparison from top to bottom: totals and budgets first, then every group with its rows; what is unfolded has its reasons under it. */
export function linesOf(comparison: Comparison, options: LineOptions): readonly Line[] {
  return [
    ...totalLines(comparison, options),
    ...budgetLines(comparison),
    ...availabilityLines(comparison),
    ...groupLines(comparison, options),
  ]
}

function totalLines(comparison: Comparison, { opened }: LineOptions): readonly Line[] {
  const { subjects } = comparison
  const figure = (label: string, value: (money: Money) => number): Line => ({
    key: `figure ${label}`,
    kind: 'figure',
    level: 2,
    label,
    cells: moneyCells(comparison, ({ total }) => total, value),
  })
  const cells = moneyCells(comparison, (subject) => subject.total, monthly)
  const open = opened.has('total')
  const total: Line = { key: 'total', kind: 'total', level: 1, label: 'Total a month', cells, open }
  const causes = subjects.map((subject) => subject.effects)
  return [
    total,
    ...(open ? effectLines('total', causes, cells, subjects) : []),
    figure('List', (money) => money.list),
    figure('Saved', (money) => money.discount),
    ...(subjects.some((subject) => subject.total.upfront > 0) ? [figure('Paid upfront', (money) => money.upfront)] : []),
    figure('A year', (money) => money.monthly * 12),
  ]
}

const monthly = (money: Money): number => money.monthly

function moneyCells(
  { subjects, baseline }: Comparison,
  moneyOf: (subject: ComparedSubject) => Money | undefined,
  value: (money: Money) => number,
): readonly LineCell[] {
  const sides = subjects.map((subject): Side => {
    const money = moneyOf(subject)
    if (money === undefined) return absent
    return { amount: isKnown(money) ? value(money) : null, unknown: leftOut(money) }
  })
  return cellsOf(sides, baseline)
}

/** What a design has on a line: nothing (`null` and nothing unknown), something not known (`null`), or an amount and how much it leaves out. */
type Side = Pick<LineCell, 'amount' | 'unknown'>

const absent: Side = { amount: null, unknown: 0 }

/** Each design against the baseline. What is not there costs nothing; what is not known makes the difference unknown. */
function cellsOf(sides: readonly Side[], baseline: number): readonly LineCell[] {
  const base = sides[baseline] ?? absent
  return sides.map((side, design) => {
    const before = costOf(base)
    const now = costOf(side)
    const difference = design === baseline || now === null || before === null ? null : now - before
    return {
      design,
      ...side,
      difference,
      ratio: difference === null || before === null || before === 0 ? null : difference / before,
      unsure: design !== baseline && side.unknown + base.unknown > 0,
    }
  })
}

/** Null where it is not known. */
function costOf({ amount, unknown }: Side): number | null {
  return amount === null && unknown === 0 ? 0 : amount
}

/** Why each design differs, an effect a line; effects that are nothing in every design, and differences not known, are left out. */
function effectLines(
  of: string,
  effects: readonly (Effects | null)[],
  differences: readonly LineCell[],
  subjects: readonly ComparedSubject[],
): readonly Line[] {
  const shown = differences.map(({ design, difference }) => {
    const cause = effects[design] ?? null
    return cause === null || difference === null ? null : shownEffects(cause, difference, subjects[design]!.currency)
  })
  return effectKinds.flatMap((kind): Line[] => {
    const cells = differences.map(({ design, difference, unsure }, at): LineCell => {
      const cause = difference === null ? null : (effects[design]?.[kind] ?? null)
      const printed = shown[at]?.[kind]
      return {
        ...nothingIn(design),
        difference: cause,
        ...(printed === undefined ? {} : { shown: printed }),
        unsure: cause !== null && cause !== 0 && unsure,
      }
    })
    if (cells.every(({ difference }) => difference === null || difference === 0)) return []
    return [{ key: `${of} ${kind}`, kind: 'effect', level: 3, ...effectLabels[kind], cells }]
  })
}

function nothingIn(design: number): LineCell {
  return { design, ...absent, difference: null, ratio: null, unsure: false }
}

/** A budget that any design has, with how each stands to its own. */
function budgetLines({ subjects }: Comparison): readonly Line[] {
  const scopes = [...new Set(subjects.flatMap((subject) => subject.budgets.map(({ scope }) => scope)))]
  return scopes.map((scope) => ({
    key: `budget ${scope}`,
    kind: 'budget',
    level: 2,
    label: scope === 'total' ? 'Budget' : `Budget: ${scopeLabel(scope)}`,
    cells: subjects.map(({ budgets }, design): LineCell => {
      const budget = budgets.find((one) => one.scope === scope)
      if (budget === undefined) return nothingIn(design)
      return { ...nothingIn(design), amount: budget.limit, unknown: budget.unknown + budget.problems, budget }
    }),
  }))
}

/** Where the rows of any design say how available they are. */
function availabilityLines({ subjects }: Comparison): readonly Line[] {
  if (subjects.every(({ availability: { share, unread } }) => share === null && unread.length === 0)) return []
  return [
    {
      key: 'availability',
      kind: 'availability',
      level: 2,
      label: 'Availability',
      tip: 'What the rows give together by their tags “availability: 99.9%”; regions of one “failover: name” stand in for each other',
      cells: subjects.map(({ availability }, design) => ({ ...nothingIn(design), availability })),
    },
  ]
}

function groupLines(comparison: Comparison, { onlyDifferences, folded, opened }: LineOptions): readonly Line[] {
  const groups = new Map<string, ComparedRow[]>()
  for (const row of comparison.rows) {
    if (onlyDifferences && !row.differs) continue
    const members = groups.get(row.group) ?? []
    groups.set(row.group, members)
    members.push(row)
  }
  return [...groups].flatMap(([group, rows]) => {
    const open = !folded.has(group)
    const heading: Line = {
      key: `group ${group}`,
      kind: 'group',
      level: 1,
      label: group === '' ? 'No group' : group,
      cells: moneyCells(comparison, (subject) => subject.groups.get(group), monthly),
      open,
    }
    return open ? [heading, ...rows.flatMap((row) => rowLines(row, comparison, opened.has(row.id)))] : [heading]
  })
}

function rowLines(row: ComparedRow, { baseline, subjects }: Comparison, open: boolean): readonly Line[] {
  const { id, name, effects } = row
  const sides = row.cells.map(({ monthly: amount, unknown }): Side => ({ amount, unknown }))
  const cells = cellsOf(sides, baseline)
  // There is no why of a difference that nobody knows.
  const canOpen = cells.some(({ difference }) => difference !== null && difference !== 0)
  const line: Line = {
    key: id,
    kind: 'row',
    level: 2,
    label: name === '' ? '(no name)' : name,
    row: id,
    cells,
    ...(canOpen ? { open } : {}),
  }
  return open && canOpen ? [line, ...effectLines(id, effects, cells, subjects)] : [line]
}
