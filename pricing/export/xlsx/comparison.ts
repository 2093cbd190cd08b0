import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id } from '#shared/document/types.ts'
import type { Design } from './design.ts'
import { addLine, column, computed, here, nextLine, sheet, there } from './sheet.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

/** Rows by scenarios, with the difference to the first one. Rows are the same ones by their identity. */
export function comparisonSheet(designs: readonly Design[], currency: string): Sheet {
  const columns: Column<string>[] = [column('name', 'Component', 32)]
  for (const [at, { report }] of designs.entries()) {
    columns.push(column(`amount${at}`, `${nameOf(report.scenario)}, ${currency}`, 18, 'money'))
    if (at > 0)
      columns.push(column(`difference${at}`, `Difference, ${currency}`, 18, 'money'), column(`ratio${at}`, 'Difference', 12, 'percent'))
  }
  const compared = sheet('Comparison', columns)
  for (const [id, name] of everyRow(designs)) addCompared(compared, designs, id, name)
  addTotals(compared, designs)
  return compared
}

function nameOf(scenario: string): string {
  return scenario === '' ? BASE_NAME : scenario
}

function everyRow(designs: readonly Design[]): Map<Id, string> {
  const names = new Map<Id, string>()
  for (const { report } of designs) for (const { id, name } of rows(report.workbook.components)) if (!names.has(id)) names.set(id, name)
  return names
}

function addCompared(compared: Sheet, designs: readonly Design[], id: Id, name: string): void {
  const amounts = designs.map((design): { cell: Cell; value: number } => {
    const line = design.rowLines.get(id)
    const value = design.report.estimate.components.find((component) => component.id === id)?.monthly ?? 0
    return line === undefined
      ? { cell: null, value: 0 }
      : { cell: computed(there(design.sheets.components, 'monthly', line), value), value }
  })
  addLine(compared, { name, ...cellsOf(compared, amounts) })
}

function addTotals(compared: Sheet, designs: readonly Design[]): void {
  const last = nextLine(compared) - 1
  const amounts = designs.map(({ report }, at) => {
    const value = report.estimate.total.monthly
    const sum = last < 2 ? '0' : `SUM(${here(compared, `amount${at}`, 2)}:${here(compared, `amount${at}`, last)})`
    return { cell: computed(sum, value), value }
  })
  addLine(compared, { name: 'Total', ...cellsOf(compared, amounts) }, 'total')
}

function cellsOf(compared: Sheet, amounts: readonly { readonly cell: Cell; readonly value: number }[]): Record<string, Cell> {
  const line = nextLine(compared)
  const first = amounts[0]?.value ?? 0
  const base = here(compared, 'amount0', line)
  const cells: Record<string, Cell> = {}
  for (const [at, { cell, value }] of amounts.entries()) {
    cells[`amount${at}`] = cell
    if (at === 0) continue
    const amount = here(compared, `amount${at}`, line)
    cells[`difference${at}`] = computed(`${amount}-${base}`, value - first)
    cells[`ratio${at}`] = computed(`IF(${base}=0,"",${amount}/${base}-1)`, first === 0 ? '' : value / first - 1)
  }
  return cells
}
