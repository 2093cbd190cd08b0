import { effectKinds } from '#pricing/analysis/effects.ts'
import type { EffectKind, Effects } from '#pricing/analysis/effects.ts'
import type { ComparedRow, ComparedSubject, Comparison } from '#pricing/analysis/comparison.ts'
import type { BudgetEstimate, Money } from '#pricing/calculator/types.ts'

/** What one design has on a line. `amount`: null where it has nothing there. Differences are from the baseline, null on it. */
export type LineCell = {
  /** Place of the design among those compared. */
  readonly design: number
  readonly amount: number | null
  readonly difference: number | null
  readonly ratio: number | null
  /** Charges whose cost is not known, and which the amount leaves out. */
  readonly unknown: number
  readonly budget?: BudgetEstimate
}

export type Line = {
  readonly key: string
  /** `figure`: of the total, neither good nor bad by itself. */
  readonly kind: 'total' | 'figure' | 'budget' | 'group' | 'row' | 'effect'
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
  return [...totalLines(comparison, options), ...budgetLines(comparison), ...groupLines(comparison, options)]
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
  const open = opened.has('total')
  const total: Line = {
    key: 'total',
    kind: 'total',
    level: 1,
    label: 'Total a month',
    cells: moneyCells(comparison, (subject) => subject.total, monthly),
    open,
  }
  return [
    total,
    ...(open
      ? effectLines(
          'total',
          subjects.map((subject) => subject.effects),
        )
      : []),
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
  const own = subjects.map(moneyOf)
  const base = own[baseline]
  const before = base === undefined ? 0 : value(base)
  return own.map((money, index) => {
    const amount = money === undefined ? null : value(money)
    const difference = (amount ?? 0) - before
    const isBaseline = index === baseline
    return {
      design: index,
      amount,
      difference: isBaseline ? null : difference,
      ratio: isBaseline || before === 0 ? null : difference / before,
      unknown: money === undefined ? 0 : money.unknown + money.problems,
    }
  })
}

/** Why each design differs, an effect a line; effects that are nothing in every design are left out. */
function effectLines(of: string, effects: readonly (Effects | null)[]): readonly Line[] {
  return effectKinds.flatMap((kind): Line[] => {
    if (effects.every((one) => one === null || one[kind] === 0)) return []
    const cells = effects.map((one, design): LineCell => ({
      design,
      amount: null,
      difference: one?.[kind] ?? null,
      ratio: null,
      unknown: 0,
    }))
    return [{ key: `${of} ${kind}`, kind: 'effect', level: 3, ...effectLabels[kind], cells }]
  })
}

/** A budget that any design has, with how each stands to its own. */
function budgetLines({ subjects }: Comparison): readonly Line[] {
  const scopes = [...new Set(subjects.flatMap((subject) => subject.budgets.map(({ scope }) => scope)))]
  return scopes.map((scope) => ({
    key: `budget ${scope}`,
    kind: 'budget',
    level: 2,
    label: scope === 'total' ? 'Budget' : `Budget ${scope.replace(':', ' ')}`,
    cells: subjects.map(({ budgets }, design): LineCell => {
      const budget = budgets.find((one) => one.scope === scope)
      const nothing = { design, amount: null, difference: null, ratio: null, unknown: 0 }
      return budget === undefined ? nothing : { ...nothing, amount: budget.limit, unknown: budget.unknown + budget.problems, budget }
    }),
  }))
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
    return open ? [heading, ...rows.flatMap((row) => rowLines(row, comparison.baseline, opened.has(row.id)))] : [heading]
  })
}

function rowLines({ id, name, cells, effects, differs }: ComparedRow, baseline: number, open: boolean): readonly Line[] {
  const line: Line = {
    key: id,
    kind: 'row',
    level: 2,
    label: name === '' ? '(no name)' : name,
    row: id,
    cells: cells.map((cell, index) => ({
      design: index,
      amount: cell.monthly,
      difference: index === baseline ? null : cell.difference,
      ratio: index === baseline ? null : cell.ratio,
      unknown: cell.unknown,
    })),
    ...(differs ? { open } : {}),
  }
  return open && differs ? [line, ...effectLines(id, effects)] : [line]
}
