import type { Cell, Sheet } from '../sheet.ts'
import { letter } from '../sheet.ts'
import { numberOf } from './strings.ts'
import type { Strings } from './strings.ts'
import { headerStyle, styleOf } from './styles.ts'
import { xmlFormula, xmlText } from './xml.ts'

/** A cell takes 32,767 characters. */
const mostText = 32_000

/** Values of formulas that are errors; any other text is a text. */
const errors = new Set(['#VALUE!', '#REF!', '#N/A', '#NAME?', '#NULL!', '#DIV/0!', '#NUM!'])

/** The part of a sheet, line by line. Its texts go to `strings`. */
export function* sheetXml(sheet: Sheet, strings: Strings, isFirst: boolean): Generator<string> {
  const lastCell = `${letter(sheet.columns.length - 1)}${sheet.lines.length + 1}`
  yield headOf(sheet, lastCell, isFirst)
  const letters = sheet.columns.map((_, at) => letter(at))
  const plain = sheet.columns.map(({ look }) => attribute(styleOf(look, undefined)))
  const header = attribute(headerStyle)
  yield `<row r="1">${sheet.columns.map(({ title }, at) => cellXml(title, `${letters[at]}1"${header}`, strings)).join('')}</row>`
  for (const [index, line] of sheet.lines.entries()) {
    if (line.length === 0) continue
    const number = index + 2
    const mark = sheet.marks.get(number)
    const styles = mark === undefined ? plain : sheet.columns.map(({ look }) => attribute(styleOf(look, mark)))
    let row = `<row r="${number}">`
    for (let at = 0; at < line.length; at += 1) {
      const cell = line[at] ?? null
      if (cell !== null) row += cellXml(cell, `${letters[at]}${number}"${styles[at]}`, strings)
    }
    yield `${row}</row>`
  }
  yield `</sheetData><autoFilter ref="A1:${lastCell}"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

function attribute(style: number): string {
  return style === 0 ? '' : ` s="${style}"`
}

/** What stands before the cells: how the sheet is looked at and how wide its columns are. Empty cells have their column's style. */
function headOf({ columns, frozen }: Sheet, lastCell: string, isFirst: boolean): string {
  const cols = columns.map(({ width, look }, at) => {
    const style = styleOf(look, undefined)
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${style === 0 ? '' : ` style="${style}"`} customWidth="1"/>`
  })
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${lastCell}"/>`,
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${letter(frozen)}2" activePane="bottomRight" state="frozen"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${cols.join('')}</cols><sheetData>`,
  ].join('')
}

/** `head`: the cell's address and style, from within the quotes of its first attribute on. */
function cellXml(cell: Exclude<Cell, null>, head: string, strings: Strings): string {
  if (typeof cell === 'object') return `<c r="${head}${valueType(cell.value)}><f>${xmlFormula(cell.formula)}</f>${valueXml(cell.value)}</c>`
  if (typeof cell === 'number') return `<c r="${head}${valueType(cell)}>${valueXml(cell)}</c>`
  const text = cell.length > mostText ? `${cell.slice(0, mostText)}…` : cell
  return `<c r="${head} t="s"><v>${numberOf(strings, text)}</v></c>`
}

function valueType(value: number | string): string {
  if (typeof value === 'number') return Number.isFinite(value) ? '' : ' t="e"'
  return errors.has(value) ? ' t="e"' : ' t="str"'
}

/** Excel has no number that is none; the engine makes none either. */
function valueXml(value: number | string): string {
  if (typeof value === 'number') return `<v>${Number.isFinite(value) ? value : '#NUM!'}</v>`
  return `<v>${xmlText(value)}</v>`
}
