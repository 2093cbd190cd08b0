import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { TableCell } from '#renderer/ui/table-types.ts'

/** One cell of a table: its text and the exact number beside it. Plain elements: there are hundreds, and they scroll. */
export class TableCellRenderer implements ICellRendererComp {
  private readonly element = document.createElement('span')

  init(params: ICellRendererParams<unknown, TableCell>): void {
    this.element.className = 'table-cell'
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  /** Writes only what differs: most cells of a search keep their tone and have no number. */
  refresh({ value }: ICellRendererParams<unknown, TableCell>): boolean {
    const { text = '', tone, tip, value: number } = value ?? {}
    if (this.element.textContent !== text) this.element.textContent = text
    this.mark('data-tone', tone ?? null)
    this.mark('data-value', number === undefined ? null : Number.isNaN(number) ? 'unknown' : String(number))
    this.mark('aria-description', tone === 'unknown' && tip !== undefined ? tip : null)
    return true
  }

  private mark(name: string, wanted: string | null): void {
    if (this.element.getAttribute(name) === wanted) return
    if (wanted === null) this.element.removeAttribute(name)
    else this.element.setAttribute(name, wanted)
  }
}
