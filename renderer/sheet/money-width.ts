import type { GridApi } from 'ag-grid-community'
import { shownContext } from './context.ts'
import type { AnyRow } from './rows.ts'
import type { ShownContext } from './shown.ts'

/** The cell's padding at both sides, its line and what text is drawn beyond its measure, in pixels. */
const besideText = 24

/** The longest amount a money column has to show: its total or, where credits make that smaller, a subtotal. */
function longestAmount(column: 'list' | 'monthly', { calculator, printer }: ShownContext): string {
  const amounts = [calculator.total(), ...calculator.subtotals('group').values()].map((money) => printer.money(money[column]))
  return amounts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

/** Pixels a text takes in the bold of the sheet's totals. */
export function textWidth(text: string, element: Element): number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return 0
  const { fontFamily, fontSize } = getComputedStyle(element)
  pen.font = `600 ${fontSize} ${fontFamily}`
  return pen.measureText(text).width
}

/**
 * Widens the money columns that are too narrow for their totals. A person's own width is kept as long as `shown`, the
 * amounts it was last done for, are no shorter. Returns the amounts it is now done for.
 */
export function widenMoney(api: GridApi<AnyRow>, root: HTMLElement, shown: string): string {
  const context = shownContext()
  if (!context) return shown
  const needed = (['list', 'monthly'] as const).map((column) => ({ column, text: longestAmount(column, context) }))
  const now = needed.map(({ text }) => text.replaceAll(/\d/gu, '0')).join(' ')
  if (now === shown) return shown
  const narrow = needed.flatMap(({ column, text }) => {
    const width = Math.ceil(textWidth(text, root)) + besideText
    const actual = api.getColumn(column)?.getActualWidth() ?? Infinity
    return width > actual ? [{ key: column, newWidth: width }] : []
  })
  if (narrow.length > 0) api.setColumnWidths(narrow)
  return now
}
