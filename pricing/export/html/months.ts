import { USUAL_MONTHS, usualHorizon } from '#shared/commands/growth.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { moneyOfAll, withHorizon } from '#pricing/analysis/horizon.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { markedMoney, moneyPrinter } from '../sections.ts'
import { linesSvg } from './lines.ts'
import { left, right, tableHtml } from './table.ts'

type Reports = readonly [Report, ...Report[]]
type Months = { readonly name: string; readonly forecast: Forecast }

/** Scenarios that a table of months has room for on a page; more of them get tables of their own. */
const mostBeside = 5

/** What each scenario costs month by month; empty for a single one that costs the same in every month nobody asked for. */
export function monthsHtml(reports: Reports, meta: ExportMeta): string {
  const [first] = reports
  const horizon = first.settings.horizon ?? usualHorizon(meta.at)
  const designs = reports.map(({ scenario, workbook, context }): Months => ({
    name: scenario,
    forecast: forecast(withHorizon(workbook, horizon), context, horizon.months),
  }))
  if (reports.length === 1 && first.settings.horizon === undefined && designs.every(isFlat)) return ''
  const print = moneyPrinter(first)
  const tables: string[] = []
  for (let from = 0; from < designs.length; from += mostBeside) tables.push(tableOf(designs.slice(from, from + mostBeside), print))
  const assumed =
    first.settings.horizon === undefined ? ` No horizon is set, so these are the ${USUAL_MONTHS} months from that of the export.` : ''
  return `<section>
<h2>Month by month</h2>
<p>Drivers grow as they say, and what was committed is bought on demand when its term has ended: nothing is renewed.${assumed}</p>
${linesSvg('Monthly cost of each scenario', placesOf(designs), designs.map(seriesOf), print)}
${tables.join('\n')}
</section>`
}

function isFlat({ forecast: { months } }: Months): boolean {
  return months.every(({ total }) => total.monthly === months[0]?.total.monthly)
}

function placesOf(designs: readonly Months[]): readonly string[] {
  return designs[0]?.forecast.months.map(({ name }) => name) ?? []
}

/** Marked where its months leave something out; a month of which nothing is known is a gap. */
function seriesOf({ name, forecast: { months } }: Months) {
  const mark = months.some(({ total }) => leftOut(total) > 0) ? ' +?' : ''
  return { name: `${name}${mark}`, values: months.map(({ total }) => (isKnown(total) ? total.monthly : null)) }
}

function tableOf(designs: readonly Months[], print: (amount: number) => string): string {
  const months = placesOf(designs).map((place, at) => ({
    cells: [place, ...designs.map(({ forecast: { months } }) => markedMoney(months[at]!.total, print))],
  }))
  const all = {
    cells: [`All ${months.length} months`, ...designs.map((one) => markedMoney(moneyOfAll(one.forecast), print))],
    kind: 'total' as const,
  }
  return tableHtml([left('Month'), ...designs.map(({ name }) => right(name))], [...months, all])
}
