import { isFixedValue } from '#pricing/export/xlsx/translate.ts'
import type { Cell, Sheet } from '#pricing/export/xlsx/sheet.ts'
import { letter } from '#pricing/export/xlsx/sheet.ts'
import type { ExcelWorkbook } from '#pricing/export/xlsx/workbook.ts'

/** The cells that a formula reads, as `Charges!C5`; names are followed to their cells. */
export function readBy(cell: string, formula: string, names: ReadonlyMap<string, string> = new Map()): string[] {
  const [own = ''] = cell.split('!')
  const bare = formula.replace(/"[^"]*"/g, '')
  const addresses = [...bare.matchAll(/(?:([A-Z][a-z]+)!)?\b([A-Z])(\d+)(?::([A-Z])(\d+))?\b/g)].flatMap(
    ([, sheet = own, column, from, , to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${sheet}!${column}${Number(from) + at}`),
  )
  const named = [...bare.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].flatMap(([word]) => names.get(word) ?? [])
  return [...addresses, ...named]
}

/** Every formula of a workbook by its cell. */
export function formulasOf(sheets: readonly Sheet[]): Map<string, string> {
  const formulas = new Map<string, string>()
  for (const { name, lines } of sheets)
    for (const [at, line] of lines.entries())
      for (const [index, cell] of line.entries())
        if (typeof cell === 'object' && cell !== null) formulas.set(`${name}!${letter(index)}${at + 2}`, cell.formula)
  return formulas
}

/**
 * Cells of a file that do not come to what the app has after a change, because a value in it does not follow: those values, and all that
 * reads them. `changed` is the export after the change; `typed` are the cells that were typed over.
 */
export function staleCells(exported: ExcelWorkbook, changed: ExcelWorkbook, typed: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Map(exported.names.map(({ name, cell }) => [name, cell.replaceAll('$', '')]))
  const formulas = formulasOf(exported.sheets)
  const stale = new Map<string, boolean>()
  for (const sheet of exported.sheets) {
    const other = changed.sheets.find(({ name }) => name === sheet.name)
    for (const { address, isStale } of constantsOf(sheet, other)) if (isStale && !typed.has(address)) stale.set(address, true)
  }
  const visit = (cell: string): boolean => {
    const known = stale.get(cell)
    if (known !== undefined) return known
    stale.set(cell, false)
    const found = readBy(cell, formulas.get(cell) ?? '', names).some((next) => !typed.has(next) && visit(next))
    stale.set(cell, found)
    return found
  }
  for (const cell of formulas.keys()) visit(cell)
  return new Set([...stale].flatMap(([cell, isStale]) => (isStale ? [cell] : [])))
}

/**
 * The numbers and errors of a sheet that follow from nothing. Only a number whose line says that it is fixed may be stale; where the sheet
 * has other lines after the change, all of those are.
 */
function constantsOf(sheet: Sheet, other: Sheet | undefined): { readonly address: string; readonly isStale: boolean }[] {
  const isAlike = other?.lines.length === sheet.lines.length
  return sheet.lines.flatMap((line, at) => {
    const isFixed = line.some(saysFixed)
    return line.flatMap((cell, index) => {
      const value = constant(sheet.name, cell)
      if (value === null) return []
      const address = `${sheet.name}!${letter(index)}${at + 2}`
      const isOther = !isAlike || !isClose(value, shownIn(other.lines[at]?.[index] ?? null))
      return [{ address, isStale: isOther && (isFixed || (isAlike && typeof value === 'string')) }]
    })
  })
}

/** Whether a cell is the note that says of its line that a value in it is fixed. */
export function saysFixed(cell: Cell): boolean {
  return typeof cell === 'string' && cell.includes(isFixedValue.replace('.', ''))
}

function constant(sheet: string, cell: Cell): number | string | null {
  if (typeof cell === 'number') return cell
  const isError = typeof cell === 'object' && cell !== null && readBy(`${sheet}!A1`, cell.formula).length === 0
  return isError && typeof cell.value === 'string' ? cell.value : null
}

function shownIn(cell: Cell): number | string | null {
  return typeof cell === 'object' && cell !== null ? cell.value : cell
}

function isClose(a: number | string, b: number | string | null): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b
}
