/** A cell: text that a person wrote, or a figure at full precision; null is an empty cell. */
export type CsvCell = { readonly text: string } | number | null

/** Lines of RFC 4180: quoted where needed, ended by CR LF, no text of which a spreadsheet would make a formula. */
export function csvText(header: readonly string[], lines: readonly (readonly CsvCell[])[]): string {
  return [header, ...lines.map((line) => line.map(written))].map((line) => line.map(quoted).join(',')).join('\r\n')
}

function written(cell: CsvCell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : harmless(cell.text)
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
