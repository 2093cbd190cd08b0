import { printPercent } from '#shared/money/index.ts'
import { cellOf } from '#pricing/analysis/comparison.ts'
import type { ComparedCell, ComparedRow, Comparison } from '#pricing/analysis/comparison.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { Money } from '#pricing/calculator/types.ts'
import type { RowLine } from './sections.ts'
import type { Column } from './table.ts'

const locale = 'en-US'

type Print = (amount: number) => string

/** A column a design, and behind each but the baseline its difference. */
export function comparedColumns({ subjects, baseline }: Comparison): readonly Column[] {
  return [
    { title: 'Component', align: 'left' },
    ...subjects.flatMap(({ name }, index): Column[] =>
      index === baseline
        ? [{ title: name, align: 'right' }]
        : [
            { title: name, align: 'right' },
            { title: 'Difference', align: 'right' },
          ],
    ),
  ]
}

/** Rows under their groups, each group with its subtotal before; where no row has a group, the rows alone. */
export function comparedLines(comparison: Comparison, print: Print): readonly RowLine[] {
  const { rows, subjects, baseline } = comparison
  const totals = subjects.map(({ total, difference: of, ratio }) => ({
    monthly: known(total, total.monthly),
    unknown: leftOut(total),
    errors: 0,
    difference: of,
    ratio,
  }))
  const total = comparedLine('total', 'Total', totals, baseline, print)
  const lineOf = ({ name, cells }: ComparedRow) => comparedLine('row', name === '' ? '(no name)' : name, cells, baseline, print)
  if (rows.every(({ group }) => group === '')) return [...rows.map(lineOf), total]
  const groups = new Set([...rows.map(({ group }) => group), ...subjects.flatMap((one) => [...one.groups.keys()])])
  const grouped = [...groups].flatMap((group) => {
    // A sum of which nothing is known is unknown, whatever the reasons: errors are said of rows.
    const cells = subjects.map((one) => ({ ...cellOf(one.groups.get(group), subjects[baseline]?.groups.get(group)), errors: 0 }))
    const heading = comparedLine('group', group === '' ? '(no group)' : group, cells, baseline, print)
    return [heading, ...rows.filter((row) => row.group === group).map(lineOf)]
  })
  return [...grouped, total]
}

function comparedLine(kind: RowLine['kind'], title: string, cells: readonly ComparedCell[], baseline: number, print: Print): RowLine {
  const inBaseline = cells[baseline]?.unknown ?? 0
  const shown = cells.flatMap((cell, index) => {
    const { monthly, unknown } = cell
    const amount = monthly === null ? missingWord(cell) : print(monthly) + (unknown > 0 ? ' +?' : '')
    return index === baseline ? [amount] : [amount, difference(cell, inBaseline, print)]
  })
  return { kind, cells: [title, ...shown] }
}

/** In place of an amount, as `price` says it; a dash where a design has nothing of it. */
function missingWord({ unknown, errors }: ComparedCell): string {
  return errors > 0 ? 'error' : unknown > 0 ? 'unknown' : '–'
}

/** An amount of money of which nothing may be known: null then. */
export function known(money: Money, amount: number): number | null {
  return isKnown(money) ? amount : null
}

/** Behind a difference that may be more or less, because something on either side is not known. */
export const UNSURE = ' ±?'

function difference({ difference: of, ratio, unknown }: ComparedCell, inBaseline: number, print: Print): string {
  if (of === null) return '?'
  const unsure = unknown + inBaseline > 0 ? UNSURE : ''
  if (of === 0) return `=${unsure}`
  return `${of > 0 ? '+' : ''}${print(of)}${ratio === null ? '' : ` (${of > 0 ? '+' : ''}${printPercent(ratio, locale)})`}${unsure}`
}
