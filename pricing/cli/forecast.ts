import type { Forecast, ForecastMonth } from '#pricing/analysis/forecast.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { BudgetEstimate, Money } from '#pricing/calculator/types.ts'
import { budgetJson } from '#pricing/export/json.ts'
import { problemLine } from '#pricing/export/price-text.ts'
import { budgetVerdict, isCertain } from '#pricing/export/report.ts'
import type { Problem } from '#pricing/export/report.ts'
import { markdownTable, textTable } from '#pricing/export/table.ts'
import type { Column } from '#pricing/export/table.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { printMoney, printPercent } from '#shared/money/index.ts'

/** A forecast with the workbook it is of. */
export type Forecasted = {
  readonly name: string
  readonly workbook: Workbook
  readonly forecast: Forecast
  /** What keeps figures from being known, and what is to be noted; of later months what those have more. */
  readonly problems: readonly Problem[]
  /** Whether nobody said which month is the first, and the current one was taken. */
  readonly isStartAssumed: boolean
}

const columns: readonly Column[] = [
  { title: 'Month', align: 'left' },
  { title: 'Monthly', align: 'right' },
  { title: 'Paid', align: 'right' },
  { title: 'Budgets', align: 'left' },
  { title: 'Ended', align: 'left' },
]

export function forecastText(one: Forecasted): string {
  return [title(one), '', textTable(columns, linesOf(one)), '', ...closing(one)].join('\n')
}

export function forecastMarkdown(one: Forecasted): string {
  return [`### ${title(one)}`, '', markdownTable(columns, linesOf(one)), '', ...closing(one).map((line) => `- ${line}`)].join('\n')
}

/** Full-precision numbers, a line a month: the total and each category; empty where nothing of it is known. */
export function forecastCsv({ forecast }: Forecasted): string {
  const categories = [...new Set(forecast.months.flatMap((month) => [...month.categories.keys()]))]
  const head = ['month', 'name', 'monthly', 'paid', 'unknown', 'errors', ...categories]
  const lines = forecast.months.map(({ month, name, total, cash, categories: by }) => {
    const amounts = categories.map((one) => knownOf(by.get(one) ?? nothing))
    return [month + 1, name, knownOf(total), isKnown(total) ? cash : null, total.unknown, total.problems, ...amounts].join(',')
  })
  return [head.join(','), ...lines].join('\n')
}

const nothing = { list: 0, monthly: 0, unknown: 0, problems: 0 }

/** Null where nothing of the money is known; `join` makes an empty cell of it. */
function knownOf(money: Pick<Money, 'list' | 'monthly' | 'unknown' | 'problems'>): number | null {
  return isKnown(money) ? money.monthly : null
}

/** Amounts are null where nothing of them is known. `certain`: whether figures that are left out could change what is said. */
export function forecastJson({ name, workbook, forecast, problems }: Forecasted) {
  const isAnyKnown = forecast.months.some(({ total }) => isKnown(total))
  return {
    currency: settingsOf(workbook).currency.code,
    scenario: name,
    total: isAnyKnown ? forecast.total : null,
    certain: forecast.months.every(({ total }) => leftOut(total) === 0),
    yearlyRate: forecast.yearlyRate,
    presentValue: isAnyKnown ? forecast.presentValue : null,
    crossings: forecast.crossings.map(({ id, scope, month }) => ({
      scope,
      month: month === null ? null : month + 1,
      certain: uncertain(id, forecast, month).length === 0,
    })),
    months: forecast.months.map((month) => ({
      month: month.month + 1,
      name: month.name,
      monthly: knownOf(month.total),
      paid: isKnown(month.total) ? month.cash : null,
      unknown: month.total.unknown,
      errors: month.total.problems,
      groups: Object.fromEntries(Array.from(month.groups, ([group, money]) => [group, knownOf(money)])),
      categories: Object.fromEntries(Array.from(month.categories, ([category, money]) => [category, knownOf(money)])),
      budgets: month.budgets.map(budgetJson),
      ended: month.expired,
    })),
    problems,
  }
}

/** The budget in the months before it is crossed, where it is not certain that it is kept. */
function uncertain(id: Id, { months }: Forecast, crossed: number | null): readonly BudgetEstimate[] {
  return months.slice(0, crossed ?? months.length).flatMap(({ budgets }) => budgets.filter((one) => one.id === id && !isCertain(one)))
}

function title({ name, workbook, forecast }: Forecasted): string {
  const settings = settingsOf(workbook)
  return `${settings.name} · ${name}: ${forecast.months.length} months in ${settings.currency.code}`
}

function linesOf({ workbook, forecast }: Forecasted): readonly (readonly string[])[] {
  const names = new Map(rows(workbook.components).map(({ id, name }) => [id, name]))
  return forecast.months.map((month) => [
    month.name,
    amount(workbook, month.total, month.total.monthly),
    amount(workbook, month.total, month.cash),
    budgetsIn(month),
    month.expired.map((id) => names.get(id) ?? id).join(', '),
  ])
}

function budgetsIn({ budgets }: ForecastMonth): string {
  const told = budgets.filter((budget) => budget.status !== 'within' || !isCertain(budget))
  return told.map(budgetIn).join(', ')
}

function budgetIn(budget: BudgetEstimate): string {
  if (!isCertain(budget)) return `${budget.scope} not certain`
  return `${budget.scope} ${budget.status} (${leftOut(budget) > 0 ? 'at least ' : ''}${printPercent(budget.ratio, 'en-US')})`
}

function closing(one: Forecasted): readonly string[] {
  const { workbook, forecast, problems } = one
  const left = forecast.months.reduce<Pick<Money, 'unknown' | 'problems'>>(
    (most, { total }) => (leftOut(total) > leftOut(most) ? total : most),
    { unknown: 0, problems: 0 },
  )
  const mark = leftOut(left) > 0 ? ' +?' : ''
  const isAnyKnown = forecast.months.some(({ total }) => isKnown(total))
  const total = isAnyKnown ? `${print(workbook, forecast.total)}${mark}` : 'unknown'
  const count = forecast.months.length
  return [
    `Total ${total} over ${count} ${count === 1 ? 'month' : 'months'}${isAnyKnown ? worth(one, mark) : ''}${missingText(left)}`,
    ...forecast.crossings.map((crossing) => crossingText(crossing, forecast)),
    ...problems.flatMap((problem) => problemLine(problem) ?? []),
    ...(one.isStartAssumed
      ? [`No horizon is set: the first month is the current one, ${forecast.months[0]?.name}; --from takes another.`]
      : []),
  ]
}

function worth({ workbook, forecast: { yearlyRate, presentValue } }: Forecasted, mark: string): string {
  if (yearlyRate === null || presentValue === null) return ', what it is worth at the start is not known'
  if (yearlyRate === 0) return ''
  return `, worth ${print(workbook, presentValue)}${mark} at the start at ${printPercent(yearlyRate, 'en-US')} a year`
}

function missingText({ unknown, problems }: Pick<Money, 'unknown' | 'problems'>): string {
  const parts = [...(unknown === 0 ? [] : [`${unknown} not known`]), ...(problems === 0 ? [] : [`${problems} in error`])]
  return parts.length === 0 ? '' : `: ${parts.join(' and ')} a month, left out of it`
}

function crossingText({ id, scope, month }: Forecast['crossings'][number], forecast: Forecast): string {
  const [doubtful] = uncertain(id, forecast, month)
  if (month !== null) {
    const latest = doubtful === undefined ? '' : ' at the latest'
    return `Budget ${scope}: crossed in ${forecast.months[month]?.name ?? `month ${month + 1}`}${latest}`
  }
  if (doubtful === undefined) return `Budget ${scope}: not crossed within these months`
  const { problem } = doubtful
  return problem === undefined ? `Budget ${scope}: ${budgetVerdict(doubtful)}` : `Budget ${scope}: ${problem.message} ${problem.fix}`
}

function amount(workbook: Workbook, total: Money, of: number): string {
  return isKnown(total) ? print(workbook, of) + (leftOut(total) > 0 ? ' +?' : '') : 'unknown'
}

function print(workbook: Workbook, of: number): string {
  return printMoney(of, settingsOf(workbook).currency.code, 'en-US')
}
