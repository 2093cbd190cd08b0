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

  refresh({ value }: ICellRendererParams<unknown, TableCell>): boolean {
    this.element.textContent = value?.text ?? ''
    this.element.dataset['tone'] = value?.tone ?? ''
    if (value?.value === undefined) delete this.element.dataset['value']
    else this.element.dataset['value'] = Number.isNaN(value.value) ? 'unknown' : String(value.value)
    if (value?.tip === undefined || value.tone !== 'unknown') this.element.removeAttribute('aria-description')
    else this.element.setAttribute('aria-description', value.tip)
    return true
  }
}
