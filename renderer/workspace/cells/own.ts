import { fieldOf } from '#shared/commands/columns.ts'
import type { Component } from '#shared/document/types.ts'
import { localise } from '#shared/formula/locale.ts'
import { isAddedHere, ownFields } from '../own-values.ts'
import type { OwnValues } from '../own-values.ts'
import type { ColumnId } from '../types.ts'
import { editText, isNumeric, type Services } from './text.ts'

/** How a cell of a scenario's sheet differs: it has a value of its own, or its row stands only here. */
export type OwnCell = { readonly kind: 'set' | 'added'; readonly tip: string }

/** The mark of a cell, `null` where it is as the parent has it. A row that stands only here is marked once, at its name. */
export function ownCell(own: OwnValues, component: Component, column: ColumnId, services: Services, locale: string): OwnCell | null {
  if (isAddedHere(own, 'components', component.id))
    return column === 'name' ? { kind: 'added', tip: `This row stands only in “${own.scenario.name}”.` } : null
  if (ownFieldsAt(own, component, column, services).length === 0) return null
  const text = parentCellText(own, component, column, services, locale)
  return { kind: 'set', tip: `${own.parentName}: ${text === '' ? 'empty' : text}` }
}

/** The overridden fields a cell stands for. */
function ownFieldsAt(own: OwnValues, component: Component, column: ColumnId, services: Services): readonly string[] {
  const fields = ownFields(own, 'components', component.id)
  if (fields.size === 0) return []
  const isHere = fieldsOfColumn(component, column, services)
  return [...fields].filter(isHere)
}

/** Tells the fields of a record, as overrides name them, that a column shows. */
export function fieldsOfColumn(component: Component, column: ColumnId, services: Services): (field: string) => boolean {
  const shown = fieldOf(column, services.get(component.service))
  switch (shown.kind) {
    case 'figure':
    case 'nothing':
      return () => false
    case 'input':
      return (field) => field === `inputs.${shown.input}`
    case 'buys':
      return (field) => field === 'purchase'
    case 'tags':
      return (field) => field === 'tags' || field.startsWith('tags.')
    case 'name':
    case 'service':
    case 'region':
    case 'group':
    case 'environment':
    case 'note':
      return (field) => field === shown.kind
  }
}

/** What the parent shows in the same cell. */
export function parentCellText(own: OwnValues, { id }: Component, column: ColumnId, services: Services, locale: string): string {
  const before = own.parent.components.get(id)
  if (before === undefined) return ''
  const text = editText(before, column, services)
  return isNumeric(before, column, services) ? localise(text, locale) : text
}
