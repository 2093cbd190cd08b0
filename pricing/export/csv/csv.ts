import { decimalText } from '../decimal.ts'
import { plainForm } from './form.ts'
import type { CsvForm } from './form.ts'

/** A cell: text that a person wrote, or a figure at full precision; null is an empty cell. */
export type CsvCell = { readonly text: string } | number | null

/**
 * Lines of RFC 4180: quoted where needed, ended by CR LF, no text of which a spreadsheet would make a formula: one apostrophe
 * taken off at each of the `beginnings` gives the texts back. Source: https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvText(header: readonly string[], lines: readonly (readonly CsvCell[])[], form: CsvForm = plainForm): string {
  const written = [
    header.map((text) => quoted(harmless(text), form)),
    ...lines.map((line) => line.map((cell) => quoted(writtenCell(cell, form), form))),
  ]
  return `${form.bom ? '\uFEFF' : ''}${written.map((line) => line.join(form.separator)).join('\r\n')}`
}

function writtenCell(cell: CsvCell, { decimal }: CsvForm): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return decimal === ',' ? decimalText(cell).replace('.', ',') : decimalText(cell)
  return harmless(cell.text)
}

/**
 * Where a cell could begin, followed by what a spreadsheet takes for a formula, whatever apostrophes stand between. A cell begins
 * at the start of a text, and also behind what another program may take for a separator: a file between semicolons that is opened
 * as one between commas or tabs falls apart in the middle of texts.
 */
export const beginnings = /(?<=^|[,;|"\t\r\n])'*(?=[=+\-@\t\r\n＝＋－＠])/gu

/** Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection). */
function harmless(text: string): string {
  return mayBegin.test(text) ? text.replace(beginnings, "$&'") : text
}

/**
 * Texts by their names as JSON in a cell. What could begin a formula is written as its code (`\u003d`), so that no apostrophe gets into what
 * a reader of the JSON is told.
 */
export function jsonCell(texts: Readonly<Record<string, string>>): CsvCell {
  return { text: JSON.stringify(texts).replace(formulaInJson, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) }
}

/** In JSON tabs and ends of lines are codes already. */
const formulaInJson = /(?<=(?:^|[,;|"])'*)[=+\-@＝＋－＠]/gu

/** Most texts have nothing of it, and are spared the longer look. */
const mayBegin = /[=+\-@\t\r\n＝＋－＠]/u

function quoted(cell: string, { separator }: CsvForm): string {
  return cell.includes(separator) || needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const needsQuotes = /["\r\n]/
