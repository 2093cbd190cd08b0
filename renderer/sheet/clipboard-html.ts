import type { CopiedBlock, CopiedCell } from './clipboard-text.ts'
import type { Block } from './tsv.ts'

/**
 * Tables of an HTML clipboard, read as text: no document is made of it, so nothing in it can run or load, and the
 * content policy (which lets no string become HTML) is kept.
 */
type Tag = { readonly attributes: string; readonly content: string }

const attributes = String.raw`((?:[^>"']|"[^"]*"|'[^']*')*)`
const tableTag = new RegExp(String.raw`<table\b${attributes}>([\s\S]*?)(?:</table|$)`, 'iu')
const rowTag = new RegExp(String.raw`<tr\b${attributes}>([\s\S]*?)(?=<tr\b|</tr|</tbody|$)`, 'giu')
const cellTag = new RegExp(String.raw`<t[dh]\b${attributes}>([\s\S]*?)(?=<t[dh]\b|</t[dh]|$)`, 'giu')

function firstTable(html: string): Tag | null {
  const found = tableTag.exec(html)
  return found ? { attributes: found[1] ?? '', content: found[2] ?? '' } : null
}

function tags(pattern: RegExp, text: string): readonly Tag[] {
  return [...text.matchAll(pattern)].map((found) => ({ attributes: found[1] ?? '', content: found[2] ?? '' }))
}

function rowsOf(table: Tag): readonly (readonly Tag[])[] {
  return tags(rowTag, table.content).map((row) => tags(cellTag, row.content))
}

/** A block this program copied, or null when the clipboard holds something else. */
export function readOwnHtml(html: string): CopiedBlock | null {
  const table = html.includes('data-skytally') ? firstTable(html) : null
  const token = table && attribute(table, 'data-skytally')
  if (!table || token === null) return null
  const formulas = attribute(table, 'data-rows')
  const results = attribute(table, 'data-results')
  return {
    token,
    rows: rowsOf(table).map((row) => row.map(readCell)),
    ...(formulas === null || results === null ? {} : { whole: { formulas, results } }),
  }
}

function readCell(cell: Tag): CopiedCell {
  return { plain: textOf(cell.content), exact: attribute(cell, 'data-text'), value: attribute(cell, 'data-value') }
}

/** The first table of another program, or null. Cells that span several columns are followed by empty ones. */
export function readForeignHtml(html: string): Block | null {
  const table = firstTable(html)
  const rows = table ? rowsOf(table) : []
  if (rows.length === 0) return null
  return rows.map((row) => row.flatMap((cell) => [textOf(cell.content).trim(), ...Array.from({ length: spanned(cell) - 1 }, () => '')]))
}

/** Columns a cell spans, 1 to 100. */
function spanned(cell: Tag): number {
  const span = Number(attribute(cell, 'colspan') ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 100) : 1
}

function attribute({ attributes: text }: Tag, name: string): string | null {
  const found = new RegExp(String.raw`\s${name}=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'iu').exec(text)
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : null
}

/** Line breaks of the source are blanks; `<br>` is a line break. */
function textOf(html: string): string {
  return decoded(
    html
      .replaceAll(/[ \t\r\n]+/gu, ' ')
      .replaceAll(/<br\b[^>]*>/giu, '\n')
      .replaceAll(/<!--[\s\S]*?-->/gu, '')
      .replaceAll(/<[a-z/][^>]*>/giu, ''),
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      return Object.hasOwn(entities, name?.toLowerCase() ?? '') ? (entities[name?.toLowerCase() ?? ''] ?? whole) : whole
    },
  )
}
