import { rows } from '#shared/document/rows.ts'
import { printMoney, printPercent } from '#shared/money/index.ts'
import { printPurchase } from '#shared/commands/purchase-text.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { budgetVerdict, knownAmount, knownMonthly, watchedAmount } from './report.ts'
import type { Report } from './report.ts'

/** The tables that reports for people are made of, as texts, whatever they are then drawn with. */

const locale = 'en-US'

export function moneyPrinter({ settings }: Report): (amount: number) => string {
  return (amount) => printMoney(amount, settings.currency.code, locale)
}

/** `+?` behind an amount says that something is missing from it; where nothing of it is known, no amount stands there. */
export function markedMoney(
  money: Money,
  print: (amount: number) => string,
  key: 'list' | 'discount' | 'monthly' | 'upfront' = 'monthly',
): string {
  return isKnown(money) ? `${print(money[key])}${mark(money)}` : 'unknown'
}

function mark(money: Pick<Money, 'unknown' | 'problems'>): string {
  return leftOut(money) > 0 ? ' +?' : ''
}

export type RowLine = { readonly kind: 'group' | 'row' | 'total'; readonly cells: readonly string[] }

export const rowTitles = ['Component', 'Service', 'Region', 'Bought', 'List', 'Monthly'] as const

/** Rows under their groups, each group with its subtotal before, the total at the end. */
export function rowLines(report: Report): RowLine[] {
  const print = moneyPrinter(report)
  const byId = new Map(report.estimate.components.map((component) => [component.id, component]))
  const inOrder = rows(report.workbook.components)
  const groups = Array.from(report.estimate.groups, ([group, money]): RowLine[] => {
    const heading: RowLine = {
      kind: 'group',
      cells: [group === '' ? '(no group)' : group, '', '', '', markedMoney(money, print, 'list'), markedMoney(money, print)],
    }
    const members = inOrder.filter((component) => component.group === group)
    return [
      heading,
      ...members.map((component): RowLine => {
        const priced = byId.get(component.id)!
        const known = knownMonthly(priced) !== null
        const word = priced.problems > 0 ? 'error' : 'unknown'
        const amounts = known ? [markedMoney(priced, print, 'list'), markedMoney(priced, print)] : [word, word]
        const service = serviceOf(component, report.workbook, report.context)?.name ?? component.service
        const bought = component.purchase.length === 0 ? '' : printPurchase(component.purchase)
        return { kind: 'row', cells: [component.name === '' ? '(no name)' : component.name, service, component.region, bought, ...amounts] }
      }),
    ]
  })
  const { total } = report.estimate
  return [...groups.flat(), { kind: 'total', cells: ['Total', '', '', '', markedMoney(total, print, 'list'), markedMoney(total, print)] }]
}

export const budgetTitles = ['Budget', 'Limit', 'Estimate', 'Used', 'Status'] as const

/** `status`: null where no row is watched, and where figures are missing that could change it. */
export type BudgetLine = { readonly status: 'within' | 'near' | 'over' | null; readonly cells: readonly string[] }

export function budgetLines(report: Report): BudgetLine[] {
  const print = moneyPrinter(report)
  return report.estimate.budgets.map((budget) => {
    const { scope, limit, ratio, status, problem } = budget
    const least = leftOut(budget) > 0 ? 'at least ' : ''
    const actual = watchedAmount(budget)
    const known = knownAmount(budget)
    return {
      status: actual === null || (leftOut(budget) > 0 && status !== 'over') ? null : status,
      cells: [
        scope,
        print(limit),
        actual === null ? '' : known === null ? 'unknown' : print(known) + mark(budget),
        actual === null ? '' : known === null ? 'unknown' : `${least}${printPercent(ratio, locale)}`,
        problem === undefined ? budgetVerdict(budget) : `${problem.message} ${problem.fix}`,
      ],
    }
  })
}

/** Scenarios side by side: the first is what the others are compared with. */
export function comparisonLines(reports: readonly [Report, ...Report[]]): string[][] {
  const [first] = reports
  const print = moneyPrinter(first)
  return reports.map((report, at) => {
    const { total } = report.estimate
    const said = at === 0 ? '' : differenceText(total, first.estimate.total, print)
    const year = markedMoney({ ...total, monthly: total.monthly * 12 }, print)
    return [report.scenario, markedMoney(total, print), year, markedMoney(total, print, 'upfront'), said, decisionOf(report)]
  })
}

/** `±?` behind a difference says that it may be more or less, because something is missing on either side. */
function differenceText(total: Money, base: Money, print: (amount: number) => string): string {
  if (!isKnown(total) || !isKnown(base)) return 'unknown'
  const difference = total.monthly - base.monthly
  const sign = difference > 0 ? '+' : ''
  const ratio = base.monthly === 0 ? '' : ` (${sign}${printPercent(difference / base.monthly, locale)})`
  const unsure = leftOut(total) + leftOut(base) > 0 ? ' ±?' : ''
  return `${difference === 0 ? '=' : `${sign}${print(difference)}${ratio}`}${unsure}`
}

export const comparisonTitles = ['Scenario', 'Monthly', 'Annual', 'Upfront', 'Difference', 'Decision'] as const

/** What was decided about a scenario, in a line. */
function decisionOf({ decision }: Report): string {
  if (decision === undefined) return ''
  const { what, why, who, by } = decision
  return [what, why, who === '' ? '' : `decides: ${who}`, by === '' ? '' : `by ${by}`].filter((part) => part !== '').join('; ')
}

/** The prices that figures stand on, each once. */
export function sourceLines(reports: readonly Report[]): string[][] {
  const found = new Map<string, string[]>()
  for (const { estimate } of reports)
    for (const { charges } of estimate.components)
      for (const { price, discounts } of charges)
        for (const source of [price, ...discounts.map((discount) => discount.price ?? null)])
          if (source !== null)
            found.set(source.sku, [source.sku, source.asOf, source.source, source.derived ? 'computed' : 'listed', source.note])
  return [...found.values()]
}

export const sourceTitles = ['Where the price stands', 'As of', 'Source', 'Kind', 'Note'] as const
