import { setCells } from '#shared/commands/cells.ts'
import { renameGroup } from '#shared/commands/groups.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import type { CellText, Component } from '#shared/document/types.ts'
import { canonicalise, localise } from '#shared/formula/locale.ts'
import { printNumber } from '#shared/money/index.ts'
import { edit } from '../edit.ts'
import { headingText, shownSubtotals } from '../grouping.ts'
import { workspace } from '../store.ts'
import type { CellPlace, ColumnId, Notice } from '../types.ts'
import { droppedRow, headingGroup } from './places.ts'
import { editText, isEditable, isNumeric } from './text.ts'

function componentAt(place: CellPlace): Component | undefined {
  return workspace.getState().workbook?.components.get(place.row)
}

/** Whether typing at this place can mean anything: not on figures, nor where the service has no such input. */
export function canEdit(place: CellPlace): boolean {
  const component = componentAt(place)
  if (component) return isEditable(component, place.column, workspace.getState().services)
  return place.column === 'name' && workspace.getState().groupBy === 'group' && (headingGroup(place.row) ?? '') !== ''
}

/** What to say to somebody who types where `canEdit` says no: why nothing can stand there, and what to change instead. */
export function whyNotEditable({ row, column }: CellPlace): Notice {
  const component = componentAt({ row, column })
  const { services, groupBy } = workspace.getState()
  if (component && column !== 'list' && column !== 'monthly' && column !== 'share') {
    const service = services.get(component.service)
    const word = column.startsWith('input:') ? column.slice('input:'.length) : column
    return { kind: 'refusal', ...refusals.notThere(component.name, service?.name ?? component.service, word) }
  }
  if (component) return { kind: 'refusal', ...refusals.computed() }
  if (droppedRow(row) !== null) return { kind: 'refusal', ...refusals.droppedHere() }
  if (column === 'name' && groupBy !== 'group')
    return {
      kind: 'refusal',
      message: `The rows are grouped by ${groupBy} now, and this heading is no name of a group.`,
      fix:
        groupBy === 'environment'
          ? 'Change the Environment of the rows under it, or the environment itself under Plan.'
          : `It follows from the services of the rows under it.`,
    }
  return headingGroup(row) === '' && column === 'name'
    ? {
        kind: 'refusal',
        message: 'These rows have no group, so there is no name to change.',
        fix: 'Give a row a group in its Group column.',
      }
    : { kind: 'refusal', message: 'A group’s heading shows only its name and its subtotal.', fix: 'Change the rows under it.' }
}

/** What a person edits at this place, as they write it: numbers and formulas in their locale. */
export function typedText(place: CellPlace): string {
  const component = componentAt(place)
  const { services, locale, groupBy } = workspace.getState()
  if (!component) {
    const heading = headingGroup(place.row)
    if (heading === null || place.column !== 'name') return ''
    return groupBy === 'group' ? heading : headingText(heading, groupBy)
  }
  const text = editText(component, place.column, services)
  return isNumeric(component, place.column, services) ? localise(text, locale) : text
}

/** The exact figure at this place, to be read and copied in full; empty where it is not known, and in other columns. */
export function figureText({ row, column }: CellPlace): string {
  const { calculator, workbook, locale } = workspace.getState()
  if (!calculator || (column !== 'list' && column !== 'monthly')) return ''
  const group = headingGroup(row)
  const money = group !== null ? shownSubtotals().get(group) : workbook?.components.has(row) ? calculator.row(row) : undefined
  if (!money || (money.unknown + money.problems > 0 && money.list === 0)) return ''
  return printNumber(money[column], locale, 10)
}

/** Typed text as the document keeps it. */
export function canonicalText(component: Component, column: ColumnId, typed: string): CellText {
  const { services, locale } = workspace.getState()
  return isNumeric(component, column, services) ? canonicalise(typed, locale) : typed
}

/** Puts what was typed into the cell. Returns the refusal; typing what was already there changes nothing. */
export function commitCell(place: CellPlace, typed: string): Refusal | null {
  if (typed === typedText(place)) return null
  const group = headingGroup(place.row)
  if (group !== null) return edit(renameGroup, { from: group, to: typed })
  const component = componentAt(place)
  if (!component) return null
  const { services } = workspace.getState()
  return edit(setCells, {
    cells: [{ row: place.row, column: place.column, text: canonicalText(component, place.column, typed) }],
    services,
  })
}
