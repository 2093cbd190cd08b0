import { writeXlsx } from 'hucre/xlsx'
import type { Cell as HucreCell, CellStyle, CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx'
import type { Cell, Look, Mark, Sheet } from './sheet.ts'
import { letter } from './sheet.ts'
import type { ExcelWorkbook } from './workbook.ts'

/** A cell takes 32,767 characters. */
const mostText = 32_000

const formats: Readonly<Record<Look, string | undefined>> = {
  text: undefined,
  number: undefined,
  money: '#,##0.00',
  price: '#,##0.00##########',
  percent: '0.0%',
  count: '0',
}

const header: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3A5F' } },
  alignment: { vertical: 'center', wrapText: true },
}

/** Words that a cell would take for an error. */
const errorWords = new Set(['#VALUE!', '#REF!', '#N/A', '#NAME?', '#NULL!', '#DIV/0!', '#NUM!', '#GETTING_DATA', '#SPILL!', '#CALC!'])

/** The bytes of an .xlsx file. The same workbook gives the same bytes. The only door to hucre. */
export function writeExcel(workbook: ExcelWorkbook): Promise<Uint8Array> {
  return writeXlsx(asHucre(workbook))
}

/** The workbook as hucre takes it. */
export function asHucre({ title, at, sheets, names }: ExcelWorkbook): WriteOptions {
  const made = new Date(at)
  return {
    sheets: sheets.map(sheetOf),
    namedRanges: names.map(({ name, cell }) => ({ name, range: cell })),
    properties: { title, creator: 'Skytally', created: made, modified: made },
    defaultFont: { name: 'Calibri', size: 11 },
  }
}

function sheetOf(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const looks = sheet.columns.map(({ look }) => look)
  const isDense = densityOf(sheet)
  for (const [at, { title }] of sheet.columns.entries()) cells.set(`0,${at}`, { style: header, value: title })
  const rows: CellValue[][] = [sheet.columns.map(({ title }) => title)]
  for (const [index, line] of sheet.lines.entries()) {
    const mark = sheet.marks.get(index + 2)
    const row: CellValue[] = []
    for (const [at, cell] of line.entries()) {
      // A column's style is written for its empty cells too: where most are empty, each cell brings its own.
      const style = mark === undefined && isDense[at] === true ? undefined : styleOf(looks[at] ?? 'text', mark)
      row.push(plainValue(cell, style, (found) => cells.set(`${index + 1},${at}`, found)))
    }
    rows.push(row)
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }, at) => ({
      width,
      ...styled(isDense[at] === true ? styleOf(looks[at] ?? 'text', undefined) : undefined),
    })),
    rows,
    cells,
    freezePane: { rows: 1, columns: sheet.frozen },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    autoFilter: { range: `A1:${letter(sheet.columns.length - 1)}${sheet.lines.length + 1}` },
  }
}

/** Columns of which most cells hold something. */
function densityOf({ columns, lines }: Sheet): boolean[] {
  const held = columns.map(() => 0)
  for (const line of lines) for (const [at, cell] of line.entries()) if (cell !== null) held[at] = (held[at] ?? 0) + 1
  return held.map((count) => count > lines.length * 0.75)
}

/** The value of a plain cell; formulas, styled cells and words that look like errors are put beside, where they keep what they are. */
function plainValue(cell: Cell, style: CellStyle | undefined, beside: (found: Partial<HucreCell>) => void): CellValue {
  if (cell === null) return null
  if (typeof cell === 'object') {
    beside({ formula: cell.formula, formulaResult: cell.value, ...styled(style) })
    return null
  }
  if (typeof cell === 'number') {
    if (style !== undefined) beside({ value: cell, style })
    return cell
  }
  const text = cell.length > mostText ? `${cell.slice(0, mostText)}…` : cell
  if (errorWords.has(text)) beside({ richText: [{ text }], ...styled(style) })
  else if (style !== undefined) beside({ value: text, style })
  return text
}

function styled(style: CellStyle | undefined): { readonly style?: CellStyle } {
  return style === undefined ? {} : { style }
}

const styles = new Map<string, CellStyle | undefined>()

function styleOf(look: Look, mark: Mark | undefined): CellStyle | undefined {
  const key = `${look} ${mark ?? ''}`
  if (!styles.has(key)) styles.set(key, newStyle(look, mark))
  return styles.get(key)
}

function newStyle(look: Look, mark: Mark | undefined): CellStyle | undefined {
  const format = formats[look]
  const base: CellStyle = format === undefined ? {} : { numFmt: format }
  const marked: CellStyle = mark === undefined ? base : { ...base, font: { bold: true } }
  return Object.keys(marked).length === 0 ? undefined : marked
}
