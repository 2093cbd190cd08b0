import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { anyNumber } from './components.ts'
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
  const compareds = designs.map((design) => ({ design, money: new Map(design.report.estimate.components.map((one) => [one.id, one])) }))
  for (const [id, name] of everyRow(designs)) addCompared(compared, compareds, id, name)
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

type Compared = { readonly design: Design; readonly money: ReadonlyMap<Id, Money> }

/** A row of which nothing is known is #N/A here, and so is its difference: it does not cost nothing. */
function addCompared(compared: Sheet, all: readonly Compared[], id: Id, name: string): void {
  const amounts = all.map(({ design, money }): Amount => {
    const line = design.rowLines.get(id)
    const own = money.get(id)
    if (line === undefined || own === undefined) return { cell: null, value: 0 }
    const monthly = there(design.sheets.components, 'monthly', line)
    const value = isKnown(own) ? own.monthly : null
    return { cell: computed(`IF(ISNUMBER(${monthly}),${monthly},NA())`, value ?? '#N/A'), value }
  })
  addLine(compared, { name, ...cellsOf(compared, amounts) })
}

function addTotals(compared: Sheet, designs: readonly Design[]): void {
  const last = nextLine(compared) - 1
  const amounts = designs.map(({ report, sheets }, at): Amount => {
    const { total } = report.estimate
    const value = isKnown(total) ? total.monthly : null
    const column = `${here(compared, `amount${at}`, 2)}:${here(compared, `amount${at}`, last)}`
    const sum = last < 2 ? '0' : `SUMIF(${column},${anyNumber})`
    return { cell: computed(`IF(ISNUMBER(${there(sheets.summary, 'monthly', at + 2)}),${sum},NA())`, value ?? '#N/A'), value }
  })
  addLine(compared, { name: 'Total', ...cellsOf(compared, amounts) }, 'total')
  const left = designs.map(({ report, sheets }, at) => {
    const [unknown, errors] = (['unknown', 'errors'] as const).map((key) => there(sheets.summary, key, at + 2))
    const count = leftOut(report.estimate.total)
    return [
      `amount${at}`,
      computed(`IF(${unknown}+${errors}=0,"nothing",${unknown}+${errors}&" not known")`, count === 0 ? 'nothing' : `${count} not known`),
    ]
  })
  addLine(compared, { name: 'Left out of the total', ...Object.fromEntries(left) })
}

/** `value`: null where nobody knows it. */
type Amount = { readonly cell: Cell; readonly value: number | null }

function cellsOf(compared: Sheet, amounts: readonly Amount[]): Record<string, Cell> {
  const line = nextLine(compared)
  const first = amounts[0] === undefined ? 0 : amounts[0].value
  const base = here(compared, 'amount0', line)
  const cells: Record<string, Cell> = {}
  for (const [at, { cell, value }] of amounts.entries()) {
    cells[`amount${at}`] = cell
    if (at === 0) continue
    const amount = here(compared, `amount${at}`, line)
    const areKnown = value !== null && first !== null
    cells[`difference${at}`] = computed(`${amount}-${base}`, areKnown ? value - first : '#N/A')
    cells[`ratio${at}`] = computed(`IF(${base}=0,"",${amount}/${base}-1)`, areKnown ? (first === 0 ? '' : value / first - 1) : '#N/A')
  }
  return cells
}
