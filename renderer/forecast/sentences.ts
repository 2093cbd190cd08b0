import type { Workbook } from '#shared/document/types.ts'
import type { Forecast, ForecastMonth } from '#pricing/analysis/forecast.ts'
import { shownStatus } from '#renderer/ui/budget-words.ts'

/** `December 2026`, or `month 3` where the horizon has no start. */
export function monthWords({ name, month }: Pick<ForecastMonth, 'name' | 'month'>, locale: string): string {
  const [, year, of] = /^(\d{4})-(\d\d)$/.exec(name) ?? []
  if (year === undefined) return `month ${String(month + 1)}`
  const date = new Date(Date.UTC(Number(year), Number(of) - 1, 1))
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date)
}

/** For each budget when it is crossed, and what ends when: one sentence each. */
export function sentencesOf(
  forecast: Forecast,
  workbook: Workbook,
  scopeName: (scope: string) => string,
  locale: string,
): readonly string[] {
  const { months, crossings } = forecast
  const last = months.at(-1)
  const budgets = crossings.map(({ id, scope, month }) => {
    const crossed = month === null ? undefined : months[month]
    if (crossed !== undefined) return `The budget of ${scopeName(scope)} is crossed in ${monthWords(crossed, locale)}.`
    const doubtful = months.find(({ budgets: held }) => held.some((budget) => budget.id === id && shownStatus(budget) === 'unchecked'))
    if (doubtful !== undefined)
      return `Whether the budget of ${scopeName(scope)} is kept is not known: from ${monthWords(doubtful, locale)} on it leaves figures out or cannot be checked.`
    return `The budget of ${scopeName(scope)} is kept through ${last === undefined ? 'the horizon' : monthWords(last, locale)}.`
  })
  const ends = months.flatMap((month) =>
    month.expired.map(
      (id) => `What is committed for ${workbook.components.get(id)?.name ?? id} has ended by ${monthWords(month, locale)}.`,
    ),
  )
  return [...budgets, ...ends]
}
