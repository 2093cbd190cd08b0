import { fieldOf } from '#shared/commands/columns.ts'
import { printPurchase } from '#shared/commands/purchase-text.ts'
import { printTags } from '#shared/commands/tags-text.ts'
import type { CellText, Component } from '#shared/document/types.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'

export type Services = ReadonlyMap<string, ServiceDeclaration>

/** The input a cell edits, or null in other columns and where the row's service has none. */
export function inputAt(component: Component, column: ColumnId, services: Services): { readonly id: string; readonly input: Input } | null {
  const service = services.get(component.service)
  const field = fieldOf(column, service)
  if (field.kind !== 'input') return null
  const input = service?.inputs[field.input]
  return input ? { id: field.input, input } : null
}

/** What stands in the document, to be copied and filled without loss. Empty for figures and for inputs nobody has given. */
export function exactText(component: Component, column: ColumnId, services: Services): CellText {
  const field = fieldOf(column, services.get(component.service))
  switch (field.kind) {
    case 'figure':
    case 'nothing':
      return ''
    case 'input':
      return component.inputs[field.input] ?? ''
    case 'buys':
      return component.purchase.length === 0 ? '' : printPurchase(component.purchase)
    case 'tags':
      return printTags(component.tags)
    case 'name':
    case 'service':
    case 'region':
    case 'group':
    case 'environment':
    case 'note':
      return component[field.kind]
  }
}

/** What a person edits, in canonical form: a service by its name, an input nobody has given by its default. */
export function editText(component: Component, column: ColumnId, services: Services): CellText {
  if (column === 'service') return services.get(component.service)?.name ?? component.service
  const found = inputAt(component, column, services)
  if (!found) return exactText(component, column, services)
  const text = component.inputs[found.id] ?? found.input.default ?? ''
  return found.input.kind === 'choice' ? (found.input.options[text] ?? text) : text
}

/** Whether typing into the cell can mean anything. */
export function isEditable(component: Component, column: ColumnId, services: Services): boolean {
  const { kind } = fieldOf(column, services.get(component.service))
  return kind !== 'figure' && kind !== 'nothing'
}

/** Whether the cell holds a number or a formula, read and shown by the person's locale. Other cells hold plain text. */
export function isNumeric(component: Component, column: ColumnId, services: Services): boolean {
  return inputAt(component, column, services)?.input.kind === 'number'
}
