import type { Forecast, ForecastMonth } from '#pricing/analysis/forecast.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

const WORDS = { within: 'within', near: 'near', over: 'over' } as const

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
        {printer.money(month.total.monthly)}
      </td>
      <td className="forecast-money" data-value={month.cash}>
        {printer.money(month.cash)}
      </td>
      {month.budgets.map((budget) => (
        <td key={budget.id} data-status={budget.status}>
          {printer.share(budget.ratio)} of {printer.round(budget.limit)}, {WORDS[budget.status]}
          {budget.unknown + budget.problems > 0 && `, ${String(budget.unknown + budget.problems)} not known`}
        </td>
      ))}
    </tr>
  )
}
