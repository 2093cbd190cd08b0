import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { GroupBy, Money } from '#pricing/calculator/types.ts'
import type { Scope } from '#pricing/budget/scope.ts'
import type { Design } from './design.ts'
import { addLine, computed, here, nextLine, range } from './sheet.ts'
import type { Computed } from './sheet.ts'
import { followedBy, listOr } from './unknown.ts'

/** Columns of the sheet Components by which subtotals are made. */
const groupings = ['group', 'category', 'environment', 'cloud'] as const satisfies readonly GroupBy[]

type Amount = 'list' | 'monthly' | 'upfront' | 'unknown' | 'errors'

/** The first and the last line of a scenario on the sheet Components; null where it has no rows. */
export type Span = readonly [number, number] | null

/** What a scenario costs together: a formula over its rows. */
export function totalOf(design: Design, span: Span, key: Amount): string {
  return span === null ? '0' : `SUM(${range(design.sheets.components, key, ...span)})`
}

/** Writes the subtotals by group, category, environment and cloud, in the order of first appearance, and the total. */
export function addSubtotals(design: Design, span: Span): void {
  const { workbook, estimate } = design.report
  const inOrder = rows(workbook.components)
  const moneyById = new Map(estimate.components.map((component) => [component.id, component]))
  for (const by of groupings) {
    const sums = new Map<string, Shown>()
    for (const row of inOrder) {
      const name = nameIn(by, row, design)
      if (name === undefined) continue
      const sum = sums.get(name) ?? { list: 0, discount: 0, monthly: 0, upfront: 0, unknown: 0, problems: 0 }
      sums.set(name, sum)
      addTo(sum, moneyById.get(row.id)!)
    }
    for (const [name, sum] of sums) addSubtotal(design, { by, name }, sum, span)
  }
  addTotal(design, span)
}

/** What a line shows before anything recalculates it: plain sums are close enough. */
type Shown = { list: number; discount: number; monthly: number; upfront: number; unknown: number; problems: number }

function addTo(sum: Shown, money: Money): void {
  sum.list += money.list
  sum.discount += money.discount
  sum.monthly += money.monthly
  sum.upfront += money.upfront
  sum.unknown += money.unknown
  sum.problems += money.problems
}

function nameIn(by: (typeof groupings)[number], row: Component, { report }: Design): string | undefined {
  if (by === 'group' || by === 'environment') return row[by]
  return serviceOf(row, report.workbook, report.context)?.[by]
}

function addSubtotal(
  design: Design,
  { by, name }: { readonly by: (typeof groupings)[number]; readonly name: string },
  money: Readonly<Shown>,
  span: Span,
): void {
  const { subtotals, components } = design.sheets
  const line = nextLine(subtotals)
  const wanted = here(subtotals, 'name', line)
  const matches =
    name === ''
      ? `ISBLANK(${span === null ? '' : range(components, by, ...span)})`
      : `EXACT(${span === null ? '' : range(components, by, ...span)},${wanted})`
  // Multiplied with each other, texts would be errors; as a list of their own they are passed over.
  const sumOf = (key: Amount) => (span === null ? '0' : `SUMPRODUCT(--${matches},${range(components, key, ...span)})`)
  const { total } = design.report.estimate
  const monthly = here(subtotals, 'monthly', line)
  addLine(subtotals, {
    scenario: design.report.scenario,
    by,
    name: name === '' ? null : name,
    ...amountsOf((key) => here(subtotals, key, line), sumOf, money),
    share: followedBy(
      monthly,
      `IF(${totalOf(design, span, 'monthly')}=0,0,${monthly}/${totalOf(design, span, 'monthly')})`,
      total.monthly === 0 ? 0 : money.monthly / total.monthly,
      money,
    ),
  })
}

/** The amounts of a line that adds up rows, and what it leaves out. */
export function amountsOf(
  cell: (key: Amount) => string,
  sumOf: (key: Amount) => string,
  money: Readonly<Shown>,
): Record<Amount | 'discount', Computed> {
  const [list, monthly] = [cell('list'), cell('monthly')]
  const follows = (formula: string, value: number) => followedBy(list, formula, value, money)
  return {
    list: listOr({ unknown: cell('unknown'), errors: cell('errors'), list: sumOf('list'), monthly: sumOf('monthly') }, money),
    monthly: follows(sumOf('monthly'), money.monthly),
    discount: follows(`${list}-${monthly}`, money.discount),
    upfront: follows(sumOf('upfront'), money.upfront),
    unknown: computed(sumOf('unknown'), money.unknown),
    errors: computed(sumOf('errors'), money.problems),
  }
}

function addTotal(design: Design, span: Span): void {
  const { total } = design.report.estimate
  const { subtotals } = design.sheets
  const line = nextLine(subtotals)
  const amounts = amountsOf(
    (key) => here(subtotals, key, line),
    (key) => totalOf(design, span, key),
    total,
  )
  addLine(subtotals, { scenario: design.report.scenario, by: 'total', name: 'Total', ...amounts }, 'total')
}

/** What a scope costs, as a formula over the rows; null where the scope is everything (see `totalOf`). */
export function scopeFormula(design: Design, scope: Scope, span: Span, key: Amount): string {
  if (scope.by === 'total' || span === null) return totalOf(design, span, key)
  const { components } = design.sheets
  const amounts = range(components, key, ...span)
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  if (scope.by === 'tag')
    return `SUMPRODUCT(--ISNUMBER(FIND(${quoted(`;${scope.name};`)},${range(components, 'tags', ...span)})),${amounts})`
  return `SUMPRODUCT(--EXACT(${range(components, scope.by, ...span)},${quoted(scope.name)}),${amounts})`
}
