import type { Forecast, ForecastMonth } from '#pricing/analysis/forecast.ts'
import { markdownTable, textTable } from '#pricing/export/table.ts'
import type { Column } from '#pricing/export/table.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { printMoney, printPercent } from '#shared/money/index.ts'

/** A forecast with the workbook it is of. */
export type Forecasted = { readonly name: string; readonly workbook: Workbook; readonly forecast: Forecast }

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

/** Full-precision numbers, a line a month: the total and each category. */
export function forecastCsv({ forecast }: Forecasted): string {
  const categories = [...new Set(forecast.months.flatMap((month) => [...month.categories.keys()]))]
  const head = ['month', 'name', 'monthly', 'paid', 'unknown', 'errors', ...categories]
  const lines = forecast.months.map(({ month, name, total, cash, categories: by }) =>
    [month + 1, name, total.monthly, cash, total.unknown, total.problems, ...categories.map((one) => by.get(one)?.monthly ?? 0)].join(','),
  )
  return [head.join(','), ...lines].join('\n')
}

export function forecastJson({ name, workbook, forecast }: Forecasted) {
  return {
    currency: settingsOf(workbook).currency.code,
    scenario: name,
    total: forecast.total,
    yearlyRate: forecast.yearlyRate,
    presentValue: forecast.presentValue,
    crossings: forecast.crossings.map(({ scope, month }) => ({ scope, month: month === null ? null : month + 1 })),
    months: forecast.months.map((month) => ({
      month: month.month + 1,
      name: month.name,
      monthly: month.total.monthly,
      paid: month.cash,
      unknown: month.total.unknown,
      errors: month.total.problems,
      groups: Object.fromEntries(Array.from(month.groups, ([group, money]) => [group, money.monthly])),
      categories: Object.fromEntries(Array.from(month.categories, ([category, money]) => [category, money.monthly])),
      budgets: month.budgets.map(({ scope, limit, actual, ratio, status, unknown }) => ({ scope, limit, actual, ratio, status, unknown })),
      ended: month.expired,
    })),
  }
}

function title({ name, workbook, forecast }: Forecasted): string {
  const settings = settingsOf(workbook)
  return `${settings.name} · ${name}: ${forecast.months.length} months in ${settings.currency.code}`
}

function linesOf({ workbook, forecast }: Forecasted): readonly (readonly string[])[] {
  const names = new Map(rows(workbook.components).map(({ id, name }) => [id, name]))
  return forecast.months.map((month) => [
    month.name,
    print(workbook, month.total.monthly) + (month.total.unknown + month.total.problems > 0 ? ' +?' : ''),
    print(workbook, month.cash),
    budgetsIn(month),
    month.expired.map((id) => names.get(id) ?? id).join(', '),
  ])
}

function budgetsIn({ budgets }: ForecastMonth): string {
  const told = budgets.filter(({ status }) => status !== 'within')
  return told.map(({ scope, status, ratio }) => `${scope} ${status} (${printPercent(ratio, 'en-US')})`).join(', ')
}

function closing({ workbook, forecast }: Forecasted): readonly string[] {
  const worth =
    forecast.yearlyRate === 0
      ? ''
      : `, worth ${print(workbook, forecast.presentValue)} at the start at ${printPercent(forecast.yearlyRate, 'en-US')} a year`
  const crossings = forecast.crossings.map(({ scope, month }) =>
    month === null
      ? `Budget ${scope}: not crossed within these months`
      : `Budget ${scope}: crossed in ${forecast.months[month]?.name ?? `month ${month + 1}`}`,
  )
  return [`Total ${print(workbook, forecast.total)} over ${forecast.months.length} months${worth}`, ...crossings]
}

function print(workbook: Workbook, amount: number): string {
  return printMoney(amount, settingsOf(workbook).currency.code, 'en-US')
}
