import type { Column } from '../table.ts'
import { escaped } from './escape.ts'

/** A line of a table; `kind` says what it is besides one of many. */
export type TableLine = { readonly cells: readonly string[]; readonly kind?: 'group' | 'total' | 'over' | 'near' }

export function tableHtml(columns: readonly Column[], lines: readonly TableLine[]): string {
  const classOf = (at: number) => (columns[at]?.align === 'right' ? ' class="number"' : '')
  const head = columns.map(({ title }, at) => `<th scope="col"${classOf(at)}>${long(title)}</th>`).join('')
  const body = lines.map(({ cells, kind }) => {
    const made = cells.map((cell, at) => `<td${classOf(at)}>${columns[at]?.align === 'right' ? figure(cell) : long(cell)}</td>`).join('')
    return `<tr${kind === undefined ? '' : ` class="${kind}"`}>${made}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

export function left(title: string): Column {
  return { title, align: 'left' }
}

export function right(title: string): Column {
  return { title, align: 'right' }
}

/** A long figure may stand on two lines where there is no room, its share on the second; neither is broken. */
function figure(cell: string): string {
  const parts = partsOfFigure(cell).map(escaped)
  return parts.length === 1 ? parts.join('') : parts.map((part) => `<span class="part">${part}</span>`).join(' ')
}

export function partsOfFigure(cell: string): readonly string[] {
  const at = cell.indexOf(' (')
  return cell.length <= longestFigure || at < 0 ? [cell] : [cell.slice(0, at), cell.slice(at + 1)]
}

const longestFigure = 13

/** A word that is longer than a narrow column may be broken anywhere; others stay whole, dates too. */
function long(cell: string): string {
  const shown = escaped(cell)
  if (date.test(cell)) return `<span class="whole">${shown}</span>`
  return cell.split(/\s/).some((word) => word.length > longestWord) ? `<span class="long">${shown}</span>` : shown
}

const longestWord = 22
const date = /^\d{4}-\d{2}(-\d{2})?$/
