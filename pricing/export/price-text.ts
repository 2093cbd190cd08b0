import type { BudgetEstimate, Money } from '#pricing/calculator/types.ts'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { printMoney, printPercent } from '#shared/money/index.ts'
import { annual, budgetVerdict } from './report.ts'
import type { Problem, Report } from './report.ts'
import { rowLines } from './sections.ts'
import { markdownTable, textTable } from './table.ts'
import type { Column } from './table.ts'

const locale = 'en-US'
const words = { unknown: 'Unknown', warning: 'Note' } as const
const columns: readonly Column[] = [
  { title: 'Component', align: 'left' },
  { title: 'Service', align: 'left' },
  { title: 'Region', align: 'left' },
  { title: 'List', align: 'right' },
  { title: 'Monthly', align: 'right' },
]

/** The estimate as a person reads it in a terminal. */
export function priceText(report: Report): string {
  const lines = [heading(report), '', textTable(columns, tableLines(report, '  ')), '', ...closing(report)]
  return lines.join('\n')
}

/** The estimate for a pull request or a decision record. */
export function priceMarkdown(report: Report): string {
  const problems = report.problems.map(({ at, message, fix }) => `- **${at}**: ${message} ${fix}`)
  const closingLines = closing({ ...report, problems: [] }).map((line) => `- ${line}`)
  return [
    `### ${title(report)}`,
    '',
    subtitle(report),
    '',
    markdownTable(columns, tableLines(report, '')),
    '',
    ...closingLines,
    ...problems,
  ].join('\n')
}

function heading(report: Report): string {
  return `${title(report)}\n${subtitle(report)}`
}

function title({ settings, scenario }: Report): string {
  return scenario === BASE_NAME ? settings.name : `${settings.name} · ${scenario}`
}

function subtitle({ settings, book, estimate }: Report): string {
  const rounding = estimate.rounding === 'vendor' ? ', each charge rounded to the cent' : ''
  const rate = settings.currency.code === 'USD' ? '' : ` at ${settings.currency.perUsd} per USD (${settings.currency.asOf})`
  return `An estimate in ${settings.currency.code}${rate} for a month of ${settings.month.hours} hours, prices ${book.id} of ${book.asOf}${settings.freeTier ? ', the free tier counted' : ''}${rounding}`
}

function tableLines(report: Report, indent: string): string[][] {
  return rowLines(report).map(({ kind, cells: [name = '', service = '', region = '', , list = '', monthly = ''] }) => [
    (kind === 'row' ? indent : '') + name,
    service,
    region,
    list,
    monthly,
  ])
}

function closing(report: Report): string[] {
  const { total, budgets } = report.estimate
  const print = (amount: number) => printMoney(amount, report.settings.currency.code, locale)
  const upfront = total.upfront === 0 ? '' : `, ${print(total.upfront)} upfront (spread over the term in the figures above)`
  const agreed = total.negotiated === 0 ? '' : ` (${print(total.discount < 0 ? -total.negotiated : total.negotiated)} of it negotiated)`
  const side = total.discount < 0 ? 'above list' : 'below list'
  const saved = total.discount === 0 ? '' : `, ${print(Math.abs(total.discount))} ${side}${agreed}`
  const lines = [`Total ${print(total.monthly)} a month, ${print(annual(total))} a year${saved}${upfront}${leftOut(total)}`]
  for (const budget of budgets) lines.push(budgetLine(budget, print))
  return [...lines, ...report.problems.flatMap((problem) => problemLine(problem) ?? [])]
}

/** A problem as it stands under figures; null for an error, which goes to standard error. */
export function problemLine({ severity, at, message, fix }: Problem): string | null {
  return severity === 'error' ? null : `${words[severity]}: ${at}: ${message} ${fix}`
}

export function budgetLine(budget: BudgetEstimate, print: (amount: number) => string): string {
  if (budget.problem !== undefined) return `Budget ${budget.scope}: ${budget.problem.message} ${budget.problem.fix}`
  const least = budget.unknown + budget.problems > 0 ? 'at least ' : ''
  const used = `${budgetVerdict(budget)}: ${least}${print(budget.actual)} is ${printPercent(budget.ratio, locale)} of ${print(budget.limit)}`
  return `Budget ${budget.scope}: ${used}${passedLevel(budget, print)}${leftOut(budget)}`
}

/** The level that was passed, where it is not the limit itself. */
function passedLevel({ status, limit, warnsFrom, failsAbove }: BudgetEstimate, print: (amount: number) => string): string {
  if (status === 'near') return `, warned of from ${print(warnsFrom)}`
  return status === 'over' && failsAbove !== limit ? `, over above ${print(failsAbove)}` : ''
}

function leftOut(money: Pick<Money, 'unknown' | 'problems'>): string {
  const unknown = money.unknown === 0 ? '' : ` + ${money.unknown} not known`
  return money.problems === 0 ? unknown : `${unknown} + ${money.problems} in error`
}
