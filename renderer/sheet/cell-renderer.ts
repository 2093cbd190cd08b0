import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { BudgetMark } from './budget-mark.ts'
import { isMoney } from './columns.ts'
import type { AnyRow } from './rows.ts'
import type { Shown } from './shown.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'

export type CellParams = ICellRendererParams<AnyRow, Shown> & {
  readonly sheetColumn: ColumnId
  /** Called once per cell made, so that a selection is seen on rows that come into sight. */
  readonly paint: (cell: HTMLElement, row: string, column: ColumnId) => void
}

/** One cell: its text, its mark, and the exact number beside a printed one. Plain elements: there are hundreds, and they scroll. */
export class CellRenderer implements ICellRendererComp<AnyRow> {
  private readonly element = document.createElement('span')

  init(params: CellParams): void {
    this.element.className = 'sheet-cell'
    this.refresh(params)
    if (params.data) params.paint(params.eGridCell, params.data.id, params.sheetColumn)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh(params: CellParams): boolean {
    const { data, value, sheetColumn: column } = params
    const group = value?.group
    const fold = group ? [foldMark(group.collapsed)] : []
    const text = document.createElement('span')
    text.className = 'sheet-text'
    text.textContent = value?.text ?? ''
    const count = group ? [countMark(group.members)] : []
    const own = value?.own === undefined ? [] : [ownMark(value.own)]
    const made = value?.made === true ? [madeMark()] : []
    const budget = value?.budget === undefined ? [] : [budgetElement(value.budget)]
    this.element.replaceChildren(...fold, text, ...made, ...count, ...budget, ...own)
    this.element.dataset['mark'] = value?.mark ?? ''
    this.element.dataset['level'] = (data?.kind === 'component' || data?.kind === 'dropped') && column === 'name' ? String(data.level) : ''
    if (data?.kind === 'component' && column === 'name' && data.component.note !== '') this.element.dataset['note'] = ''
    else delete this.element.dataset['note']
    this.number(value ?? null, isMoney(column))
    if ((value?.mark === 'problem' || value?.own !== undefined || value?.made === true || value?.budget !== undefined) && value.tip !== '')
      this.element.setAttribute('aria-description', value.tip)
    else this.element.removeAttribute('aria-description')
    return true
  }

  private number(shown: Shown | null, money: boolean): void {
    if (shown?.value !== null && shown?.value !== undefined) this.element.dataset['value'] = String(shown.value)
    else if (money && shown?.mark) this.element.dataset['value'] = 'unknown'
    else delete this.element.dataset['value']
  }
}

function foldMark(collapsed: boolean): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'sheet-fold'
  mark.dataset['collapsed'] = String(collapsed)
  mark.setAttribute('aria-label', collapsed ? 'folded' : 'unfolded')
  return mark
}

/** A corner of the cell: what stands here is the scenario's own. */
function ownMark(own: 'set' | 'added'): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'sheet-own'
  mark.dataset['own'] = own
  return mark
}

/** Behind the name of a row that the rules of an environment make. */
function madeMark(): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'sheet-made'
  mark.textContent = '⎇'
  mark.setAttribute('aria-hidden', 'true')
  return mark
}

/** Behind a heading's name and count. */
function budgetElement({ status, text }: BudgetMark): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'sheet-budget'
  mark.dataset['status'] = status
  mark.textContent = text
  return mark
}

function countMark(members: number): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'sheet-members'
  mark.textContent = String(members)
  return mark
}
