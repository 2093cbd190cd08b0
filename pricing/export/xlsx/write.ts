import { writeXlsx } from 'hucre/xlsx'
import type { Cell as HucreCell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
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
export async function writeExcel({ title, at, sheets, names }: ExcelWorkbook): Promise<Uint8Array> {
  const made = new Date(at)
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: names.map(({ name, cell }) => ({ name, range: cell })),
    properties: { title, creator: 'Skytally', created: made, modified: made },
    defaultFont: { name: 'Calibri', size: 11 },
  })
}

function sheetOf(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const styles = sheet.columns.map(({ look }) => styleOf(look, undefined))
  for (const [at, { title }] of sheet.columns.entries()) cells.set(`0,${at}`, { style: header, value: title })
  const lines = sheet.lines.map((line, index) => {
    const mark = sheet.marks.get(index + 2)
    return Array.from(line, (cell, at) =>
      plainValue(cell, (found) => cells.set(`${index + 1},${at}`, found), mark, sheet.columns[at]?.look ?? 'text'),
    )
  })
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }, at) => ({ width, ...(styles[at] === undefined ? {} : { style: styles[at] }) })),
    rows: [sheet.columns.map(({ title }) => title), ...lines],
    cells,
    freezePane: { rows: 1, columns: sheet.frozen },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    autoFilter: { range: `A1:${letter(sheet.columns.length - 1)}${sheet.lines.length + 1}` },
  }
}

/** The value of a plain cell; formulas, marked lines and words that look like errors are put beside, where they keep what they are. */
function plainValue(cell: Cell, beside: (found: Partial<HucreCell>) => void, mark: Mark | undefined, look: Look): CellValue {
  const style = mark === undefined ? {} : { style: styleOf(look, mark) ?? {} }
  if (cell !== null && typeof cell === 'object') {
    const { formula, value } = cell
    beside({ formula, formulaResult: value, ...style })
    return null
  }
  if (typeof cell !== 'string') {
    if (mark !== undefined) beside({ value: cell, ...style })
    return cell
  }
  const text = cell.length > mostText ? `${cell.slice(0, mostText)}…` : cell
  if (errorWords.has(text)) beside({ richText: [{ text }], ...style })
  else if (mark !== undefined) beside({ value: text, ...style })
  return text
}

function styleOf(look: Look, mark: Mark | undefined): CellStyle | undefined {
  const format = formats[look]
  const base: CellStyle = format === undefined ? {} : { numFmt: format }
  const marked: CellStyle = mark === undefined ? base : { ...base, font: { bold: true } }
  return Object.keys(marked).length === 0 ? undefined : marked
}
