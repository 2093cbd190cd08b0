import { assumptionsOf, problemWords } from '../about.ts'
import { disclaimer, factsOf } from '../facts.ts'
import type { ExportMeta } from '../meta.ts'
import {
  budgetLines,
  budgetTitles,
  comparisonLines,
  comparisonTitles,
  markedMoney,
  moneyPrinter,
  rowLines,
  rowTitles,
  sourceLines,
  sourceTitles,
} from '../sections.ts'
import type { Report } from '../report.ts'
import { barsSvg } from './chart.ts'
import type { Bar } from './chart.ts'
import { comparisonDetail } from './comparison.ts'
import { escaped } from './escape.ts'
import { monthsHtml } from './months.ts'
import { styleOf } from './style.ts'
import type { Paper } from './style.ts'
import { left, right, tableHtml } from './table.ts'

type Reports = readonly [Report, ...Report[]]

/** One HTML file with everything in it: no script, no network, no font of its own. It is what PDF is printed from. */
export function htmlReport(reports: Reports, meta: ExportMeta, paper: Paper): string {
  const [first] = reports
  const title = escaped(first.settings.name)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escaped(meta.by)}">
<title>${title}: cost estimate</title>
<style>
${styleOf(paper)}
</style>
</head>
<body>
${[cover(reports, meta), comparisonDetail(reports), monthsHtml(reports, meta), ...reports.map((report) => scenarioHtml(report, reports.length > 1)), assumptionsHtml(reports), sourcesHtml(reports), factsHtml(reports, meta)].filter((part) => part !== '').join('\n')}
</body>
</html>
`
}

function cover(reports: Reports, meta: ExportMeta): string {
  const [first] = reports
  const { settings, book } = first
  const note = settings.note === '' ? '' : `<p>${escaped(settings.note)}</p>`
  const compared = reports.length === 1 ? '' : `<h2>Scenarios</h2>\n${comparisonHtml(reports)}`
  return `<section class="cover">
<h1>${escaped(settings.name)}</h1>
<p class="soft">Cost estimate, ${escaped(meta.at.slice(0, 10))}. Prices ${escaped(book.id)} of ${escaped(book.asOf)}, ${escaped(settings.currency.code)}, a month of ${settings.month.hours} hours.</p>
${note}
${
  reports.length === 1
    ? ''
    : `<h2>${escaped(first.scenario)}</h2>
`
}${totalsHtml(first)}
${barsSvg(reports.length === 1 ? 'Monthly cost by group' : 'Monthly cost of each scenario by group', barsOf(reports))}
${compared}
<p class="soft">${escaped(disclaimer)}</p>
</section>`
}

function totalsHtml(report: Report): string {
  const print = moneyPrinter(report)
  const { total } = report.estimate
  const missing = total.unknown + total.problems
  const figures: readonly (readonly [string, string])[] = [
    ['a month', markedMoney(total, print)],
    ['a year', markedMoney({ ...total, monthly: total.monthly * 12 }, print)],
    [
      total.discount < 0 ? 'above list, a month' : 'below list, a month',
      markedMoney({ ...total, discount: Math.abs(total.discount) }, print, 'discount'),
    ],
    ['paid upfront', markedMoney(total, print, 'upfront')],
    ['figures not known', String(missing)],
  ]
  return `<div class="totals">${figures.map(([what, figure]) => `<div class="figure"><b>${escaped(figure)}</b>${escaped(what)}</div>`).join('')}</div>`
}

/** One bar a group, or where there are several scenarios one bar each, made of its groups. */
function barsOf(reports: Reports): Bar[] {
  const [first] = reports
  const print = moneyPrinter(first)
  const named = (group: string) => (group === '' ? '(no group)' : group)
  if (reports.length > 1)
    return reports.map(({ scenario, estimate }) => ({
      label: scenario,
      text: markedMoney(estimate.total, print),
      parts: Array.from(estimate.groups, ([group, { monthly }]) => ({ name: named(group), value: monthly })),
    }))
  const groups = [...first.estimate.groups].toSorted(([, a], [, b]) => b.monthly - a.monthly)
  return groups.map(([group, money]) => ({
    label: named(group),
    text: markedMoney(money, print),
    parts: [{ name: 'Monthly', value: money.monthly }],
  }))
}

function comparisonHtml(reports: Reports): string {
  const columns = comparisonTitles.map((title, at) => (at === 0 || at === 5 ? left(title) : right(title)))
  return tableHtml(
    columns,
    comparisonLines(reports).map((cells) => ({ cells })),
  )
}

function scenarioHtml(report: Report, isOneOfMany: boolean): string {
  const rows = rowLines(report).map(({ kind, cells }) => (kind === 'row' ? { cells } : { cells, kind }))
  const columns = rowTitles.map((title, at) => (at < 4 ? left(title) : right(title)))
  const budgets = budgetLines(report).map(({ status, cells }) =>
    status === 'within' || status === null ? { cells } : { cells, kind: status },
  )
  const budgetTable =
    budgets.length === 0
      ? ''
      : `<h3>Budgets</h3>\n${tableHtml([left(budgetTitles[0]), ...budgetTitles.slice(1, 4).map(right), left(budgetTitles[4])], budgets)}`
  const problems = report.problems.map(({ severity, at, message, fix }) => ({ cells: [problemWords[severity], at, `${message} ${fix}`] }))
  const problemTable =
    problems.length === 0
      ? ''
      : `<h3>Not known, in error, to note (${problems.length})</h3>\n${tableHtml([left('Kind'), left('Where'), left('What')], problems)}`
  return `<section>
<h2>${isOneOfMany ? escaped(report.scenario) : 'What it costs'}</h2>
${tableHtml(columns, rows)}
${budgetTable}
${problemTable}
</section>`
}

/** What is said of each scenario, in a line each; what is said of several stands once, with the scenarios it holds in before it. */
function linesOfAll(
  reports: Reports,
  linesOf: (report: Report) => readonly (readonly string[])[],
): { readonly cells: readonly string[] }[] {
  if (reports.length === 1) return linesOf(reports[0]).map((cells) => ({ cells }))
  const said = new Map<string, { readonly cells: readonly string[]; readonly scenarios: Set<string> }>()
  for (const report of reports) {
    for (const cells of linesOf(report)) {
      const line = said.get(JSON.stringify(cells)) ?? { cells, scenarios: new Set() }
      said.set(JSON.stringify(cells), line)
      line.scenarios.add(report.scenario)
    }
  }
  return Array.from(said.values(), ({ cells, scenarios }) => ({
    cells: [scenarios.size === reports.length ? 'All' : [...scenarios].join(', '), ...cells],
  }))
}

function assumptionsHtml(reports: Reports): string {
  const several = reports.length > 1
  const lines = linesOfAll(reports, (report) =>
    assumptionsOf(report).map(({ name, value, typed, range, confidence, note }) => [name, value, typed, range, confidence, note]),
  )
  if (lines.length === 0) return ''
  const columns = [
    ...(several ? [left('Scenario')] : []),
    left('Driver'),
    right('Value'),
    left('As typed'),
    left('Range'),
    left('Confidence'),
    left('Note'),
  ]
  return `<section>\n<h2>Assumptions</h2>\n${tableHtml(columns, lines)}\n</section>`
}

function sourcesHtml(reports: Reports): string {
  const lines = sourceLines(reports).map((cells) => ({ cells }))
  return lines.length === 0 ? '' : `<section>\n<h2>Sources</h2>\n${tableHtml(sourceTitles.map(left), lines)}\n</section>`
}

function factsHtml(reports: Reports, meta: ExportMeta): string {
  const several = reports.length > 1
  const lines = linesOfAll(reports, (report) => factsOf(report, meta))
  return `<section>\n<h2>About these figures</h2>\n${tableHtml([...(several ? [left('Scenario')] : []), left('What'), left('')], lines)}\n</section>`
}
