import type { Forecast, ForecastMonth } from '#pricing/analysis/forecast.ts'
import { budgetVerdict, shareOfLimit, shownStatus } from '#renderer/ui/budget-words.ts'
import { knownText } from '#renderer/ui/known.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

/** Every month: its cost, what is paid in it, and how each budget stands. */
export function ForecastTable({ forecast, scopeName }: { readonly forecast: Forecast; readonly scopeName: (scope: string) => string }) {
  return (
    <table className="forecast-table" aria-label="Months">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className="forecast-money">
            Cost
          </th>
          <th scope="col" className="forecast-money">
            Paid
          </th>
          {forecast.crossings.map(({ id, scope }) => (
            <th key={id} scope="col">
              Budget of {scopeName(scope)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {forecast.months.map((month) => (
          <MonthRow key={month.month} month={month} />
        ))}
      </tbody>
    </table>
  )
}

function MonthRow({ month }: { readonly month: ForecastMonth }) {
  const printer = usePrinter()
  return (
    <tr>
      <th scope="row">{month.name}</th>
      <td className="forecast-money" data-testid="forecast-month" data-value={month.total.monthly}>
        {knownText(month.total, month.total.monthly, printer)}
      </td>
      <td className="forecast-money" data-value={month.cash}>
        {knownText(month.total, month.cash, printer)}
      </td>
      {month.budgets.map((budget) => (
        <td key={budget.id} data-status={shownStatus(budget)}>
          {shareOfLimit(budget, printer)}, {budgetVerdict(budget)}
        </td>
      ))}
    </tr>
  )
}
