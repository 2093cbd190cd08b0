import { compare } from '#pricing/analysis/comparison.ts'
import type { ComparedSubject } from '#pricing/analysis/comparison.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import { shownEffects } from '../effects.ts'
import { comparedColumns, comparedLines, UNSURE } from '../compared.ts'
import { markedMoney, moneyPrinter } from '../sections.ts'
import type { Report } from '../report.ts'
import { left, partsOfFigure, right, tableHtml } from './table.ts'
import { effectSteps } from '../waterfall.ts'
import { waterfallSvg } from './waterfall.ts'

/** Designs beside the baseline that a page has room for, where amounts are short; more of them get tables of their own. */
const mostBeside = 3

/** What columns of figures have of a page's width, and what a column takes: px, and px for each character. */
const roomForFigures = 680
const [columnEdge, characterWidth] = [16, 7.2]

/** Scenarios row by row beside the first one, and why each differs from it; empty where there is only one. */
export function comparisonDetail(reports: readonly [Report, ...Report[]]): string {
  const [first, ...others] = reports
  if (others.length === 0) return ''
  const print = moneyPrinter(first)
  const comparison = compare(
    reports.map(({ scenario: name, workbook, context }) => ({ name, workbook, context })),
    0,
  )
  const tables: string[] = []
  const beside = besideWithin(comparedLines(comparison, print).map(({ cells }) => cells.slice(1)))
  for (let from = 1; from < reports.length; from += beside) {
    const shown = [0, ...comparison.subjects.keys()].filter((at, place) => place === 0 || (at >= from && at < from + beside))
    const some = {
      ...comparison,
      subjects: shown.map((at) => comparison.subjects[at]!),
      rows: comparison.rows.map((row) => ({ ...row, cells: shown.map((at) => row.cells[at]!) })),
    }
    const lines = comparedLines(some, print).map(({ kind, cells }) => (kind === 'row' ? { cells } : { cells, kind }))
    tables.push(tableHtml(comparedColumns(some), lines))
  }
  const [base, ...compared] = comparison.subjects
  const effects = compared.map((one) => ({ cells: effectCells(one, base!, print) }))
  const titles = ['Scenario', 'Difference', ...effectKinds.map(titleOf)]
  return `<section>
<h2>Scenarios compared</h2>
${tables.join('\n')}
<h3>Why they differ, a month</h3>
${tableHtml(
  titles.map((title, at) => (at === 0 ? left(title) : right(title))),
  effects,
)}
${compared.map((one) => waterfallOf(one, base!, print)).join('\n')}
</section>`
}

/** How many designs fit beside the baseline, each with a column for its amounts and one for its differences; `figures` as they alternate. */
function besideWithin(figures: readonly (readonly string[])[]): number {
  const widest = (at: (place: number) => boolean) =>
    columnEdge +
    characterWidth *
      Math.max(0, ...figures.flatMap((line) => line.filter((_, place) => at(place)).flatMap(partsOfFigure)).map(({ length }) => length))
  const [amount, difference] = [widest((place) => place === 0 || place % 2 === 1), widest((place) => place > 0 && place % 2 === 0)]
  return Math.min(mostBeside, Math.max(1, Math.floor((roomForFigures - amount) / (amount + difference))))
}

/** The way from the first scenario's total to another's, an effect a step; the table above says it in figures. None where either is not known. */
function waterfallOf(one: ComparedSubject, base: ComparedSubject, print: (amount: number) => string): string {
  const effects = effectSteps(base, one)
  if (effects === null || effects.length === 0) return ''
  const isUnsure = leftOut(one.total) + leftOut(base.total) > 0
  const total = ({ name, total: of }: ComparedSubject) => ({
    label: name,
    amount: of.monthly,
    isTotal: true,
    text: markedMoney(of, print),
    isUnsure,
  })
  const steps = effects.map(({ kind, amount, shown }) => {
    const text = `${shown > 0 ? '+' : ''}${print(shown)}${isUnsure ? UNSURE : ''}`
    return { label: titleOf(kind), amount, isTotal: false, text, isUnsure }
  })
  return waterfallSvg(`From ${base.name} to ${one.name}, monthly`, [total(base), ...steps, total(one)])
}

function titleOf(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

/** The difference to the first scenario and its parts, which add up to it; nothing is said of one that is not known. */
function effectCells(one: ComparedSubject, base: ComparedSubject, print: (amount: number) => string): string[] {
  const { name, difference, effects } = one
  if (difference === null || effects === null) return [name, 'unknown', ...effectKinds.map(() => '')]
  const unsure = leftOut(one.total) + leftOut(base.total) > 0 ? UNSURE : ''
  const signed = (amount: number) => `${amount > 0 ? '+' : ''}${print(amount)}${unsure}`
  const shown = shownEffects(effects, difference, one.currency)
  return [
    name,
    difference === 0 ? `=${unsure}` : signed(difference),
    ...effectKinds.map((kind) => (effects[kind] === 0 ? '=' : signed(shown[kind]))),
  ]
}
