import type { CopiedBlock, CopiedCell } from './clipboard-text.ts'
import type { Block } from './tsv.ts'

/** The first table of an HTML clipboard; scripts and styles in it are never run, only its cells' texts are read. */
function firstTable(html: string): HTMLTableElement | null {
  return html.includes('<table') ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null
}

/** A block this program copied, or null when the clipboard holds something else. */
export function readOwnHtml(html: string): CopiedBlock | null {
  if (!html.includes('data-skytally')) return null
  const table = firstTable(html)
  const token = table?.getAttribute('data-skytally') ?? null
  if (!table || token === null) return null
  return { token, rows: [...table.rows].map((row) => [...row.cells].map(readCell)) }
}

function readCell(cell: HTMLTableCellElement): CopiedCell {
  return { plain: cell.textContent, exact: cell.getAttribute('data-text'), value: cell.getAttribute('data-value') }
}

/** A table of another program. Cells that span several columns are followed by empty ones. */
export function readForeignHtml(html: string): Block | null {
  const table = firstTable(html)
  if (!table || table.rows.length === 0) return null
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => [cell.textContent.replaceAll('\u00A0', ' ').trim(), ...Array.from({ length: Math.min(cell.colSpan, 100) - 1 }, () => '')]))
}
