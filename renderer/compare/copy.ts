import type { CopiedLine, CopiedTable } from '#renderer/charts/copied-table.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { Line, LineCell } from './lines.ts'
import { amountText, differenceText } from './printing.ts'

/**
 * Designs by name, with a column for each amount and, but for the baseline, one for its difference. Where a figure of a design is not
 * known, a column counts what its amounts leave out: a number in a spreadsheet has no mark behind it.
 */
export function copiedTable(
  names: readonly string[],
  baseline: number,
  lines: readonly Line[],
  printer: Printer,
  locale: string,
): CopiedTable {
  const leavesOut = names.map((_, design) => lines.some(({ cells }) => (cells[design]?.unknown ?? 0) > 0))
  const head = names.flatMap((name, design) => [
    name,
    ...(design === baseline ? [] : [`${name}: difference`]),
    ...(leavesOut[design] === true ? [`${name}: not known`] : []),
  ])
  return {
    head: ['Component', ...head],
    lines: lines.map((line): CopiedLine => ({
      strong: line.kind === 'total' || line.kind === 'group',
      cells: [
        { text: `${'  '.repeat(line.level - 1)}${line.label}`, value: null },
        ...line.cells.flatMap((cell, design) => [
          { text: amountText(line, cell, printer, locale), value: line.kind === 'budget' || line.kind === 'effect' ? null : cell.amount },
          ...(design === baseline ? [] : [{ text: differenceText(cell, printer, locale), value: cell.difference }]),
          ...(leavesOut[design] === true ? [leftOut(cell)] : []),
        ]),
      ],
    })),
  }
}

function leftOut({ unknown }: LineCell) {
  return unknown === 0 ? { text: '', value: null } : { text: String(unknown), value: unknown }
}
