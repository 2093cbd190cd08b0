import { assumptionsOf, problemWords } from './about.ts'
import { factsOf } from './facts.ts'
import type { ExportMeta } from './meta.ts'
import type { Report } from './report.ts'
import { budgetLines, budgetTitles, comparisonLines, comparisonTitles, rowLines, rowTitles } from './sections.ts'
import { escapedMarkdown, markdownTable } from './table.ts'
import type { Column } from './table.ts'

/** The estimate as Markdown for a pull request or a decision record. */
export function markdownReport(reports: readonly [Report, ...Report[]], meta: ExportMeta): string {
  const [first] = reports
  const several = reports.length > 1
  const parts = [
    `# ${escapedMarkdown(first.settings.name)}: cost estimate`,
    ...(first.settings.note === '' ? [] : [escapedMarkdown(first.settings.note)]),
    ...(several ? ['## Scenarios', markdownTable(columnsOf(comparisonTitles, [1, 2, 3, 4]), comparisonLines(reports))] : []),
    ...reports.flatMap((report) => scenarioParts(report, several)),
    '## About these figures',
    factsOf(first, meta)
      .map(([what, says]) => `- ${what}: ${escapedMarkdown(says)}`)
      .join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function scenarioParts(report: Report, several: boolean): string[] {
  const lines = rowLines(report)
  const strong = new Set(lines.flatMap(({ kind }, at) => (kind === 'row' ? [] : [at])))
  const budgets = budgetLines(report).map(({ cells }) => cells)
  const assumptions = assumptionsOf(report).map(({ name, value, typed, range, confidence, note }) => [
    name,
    value,
    typed,
    range,
    confidence,
    note,
  ])
  const problems = report.problems.map(
    ({ severity, at, message, fix }) => `- ${problemWords[severity]}: ${escapedMarkdown(`${at}: ${message} ${fix}`)}`,
  )
  return [
    several ? `## ${escapedMarkdown(report.scenario)}` : '## What it costs',
    markdownTable(
      columnsOf(rowTitles, [4, 5]),
      lines.map(({ cells }) => cells),
      strong,
    ),
    ...(budgets.length === 0 ? [] : ['### Budgets', markdownTable(columnsOf(budgetTitles, [1, 2, 3]), budgets)]),
    ...(assumptions.length === 0
      ? []
      : ['### Assumptions', markdownTable(columnsOf(['Driver', 'Value', 'As typed', 'Range', 'Confidence', 'Note'], [1]), assumptions)]),
    ...(problems.length === 0 ? [] : ['### Not known, in error, to note', problems.join('\n')]),
  ]
}

function columnsOf(titles: readonly string[], numeric: readonly number[]): Column[] {
  return titles.map((title, at) => ({ title, align: numeric.includes(at) ? 'right' : 'left' }))
}
