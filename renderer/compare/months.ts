import type { Workbook } from '#shared/document/types.ts'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { moneyOfAll } from '#pricing/analysis/horizon.ts'
import type { ChartTable } from '#renderer/charts/chart.tsx'
import { costText } from '#renderer/charts/categories.ts'
import type { ChartShape } from '#renderer/charts/types.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import { LEAVES_OUT } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'

/** A design with what it costs month by month. */
export type Months = { readonly name: string; readonly workbook: Workbook; readonly forecast: Forecast }

/** A line a design, marked where its months leave something out; a month of which nothing is known is a gap in it. */
export function monthsShape(designs: readonly Months[]): ChartShape {
  return {
    kind: 'lines',
    places: designs[0]?.forecast.months.map(({ name }) => name) ?? [],
    series: designs.map(({ name, forecast }) => ({
      name: `${name}${forecast.months.some(({ total }) => leftOut(total) > 0) ? LEAVES_OUT : ''}`,
      values: forecast.months.map(({ total }) => (isKnown(total) ? total.monthly : null)),
    })),
  }
}

/** The months below each other, and what all of them come to. */
export function monthsTable(designs: readonly Months[], printer: Printer): ChartTable {
  const months = designs[0]?.forecast.months ?? []
  return {
    head: ['Month', ...designs.map(({ name }) => name)],
    rows: [
      ...months.map(({ name }, at) => [name, ...designs.map(({ forecast }) => costText(forecast.months[at]?.total, printer))]),
      [`All ${String(months.length)} months`, ...designs.map(({ forecast }) => costText(moneyOfAll(forecast), printer))],
    ],
  }
}

/** What ends in these months, design by design: whatever was committed for a row is bought on demand from then on. */
export function endings(designs: readonly Months[]): readonly string[] {
  return designs.flatMap(({ name, workbook, forecast }) =>
    forecast.months.flatMap((month) => {
      if (month.expired.length === 0) return []
      const rows = month.expired.map((id) => workbook.components.get(id)?.name ?? id)
      return [`${name}: what is committed for ${listed(rows)} has ended by ${month.name}.`]
    }),
  )
}

/** Names after each other, the first few of many. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${String(names.length - 3)} more` : shown
}
