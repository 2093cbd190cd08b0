import type { Block } from './tsv.ts'

/** A copied cell: what other programs read, what the document holds, and the exact number where there is one. */
export type CopiedCell = { readonly plain: string; readonly exact: string | null; readonly value: string | null }

/**
 * `whole`: the rows it copied from end to end, in full as `writeRows` writes them, and again with results instead of
 * formulas. Absent where the block is a part of its rows.
 */
export type CopiedBlock = {
  readonly token: string
  readonly rows: readonly (readonly CopiedCell[])[]
  readonly whole?: { readonly formulas: string; readonly results: string }
}

/** A cell another program would take for a formula is written so that it takes it for text. Numbers stay numbers. */
export function guarded(text: string): string {
  return /^[=+@]|^-(?!\s*[\d.,])/u.test(text) ? `'${text}` : text
}

/** Undoes `guarded`, and the same habit of other spreadsheets. */
export function unguarded(text: string): string {
  return /^'[=+@-]/u.test(text) ? text.slice(1) : text
}

export function plainBlock(block: CopiedBlock): Block {
  return block.rows.map((row) => row.map((cell) => cell.plain))
}

/** The table for other programs, with our exact texts in data attributes. */
export function writeHtml({ token, rows, whole }: CopiedBlock): string {
  const cell = ({ plain, exact, value }: CopiedCell): string =>
    `<td${attribute('data-text', exact)}${attribute('data-value', value)}>${escaped(plain)}</td>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  const inFull = whole ? attribute('data-rows', whole.formulas) + attribute('data-results', whole.results) : ''
  return `<meta charset="utf-8"><table${attribute('data-skytally', token)}${inFull}><tbody>${body}</tbody></table>`
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escaped(value)}"`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
}
