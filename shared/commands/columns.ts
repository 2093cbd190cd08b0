import type { ServiceShape } from './types.ts'

/** A column of the sheet; `input:<id>` is an input of the row's service. */
export type SheetColumn =
  | 'name'
  | 'service'
  | 'region'
  | 'size'
  | 'count'
  | 'buys'
  | 'group'
  | 'environment'
  | 'tags'
  | 'note'
  | 'list'
  | 'monthly'
  | 'share'
  | `input:${string}`

/** The part of a component that a cell stands for. */
export type CellField =
  | { readonly kind: 'name' | 'service' | 'region' | 'buys' | 'group' | 'environment' | 'tags' | 'note' }
  | { readonly kind: 'input'; readonly input: string }
  /** Computed: shown, never typed. */
  | { readonly kind: 'figure' }
  /** The row's service has nothing there. */
  | { readonly kind: 'nothing' }

/** Which field a column edits in a row of this service; `undefined` for a service nobody declares. */
export function fieldOf(column: SheetColumn, service: ServiceShape | undefined): CellField {
  switch (column) {
    case 'list':
    case 'monthly':
    case 'share':
      return { kind: 'figure' }
    case 'size':
    case 'count':
      return inputField(service?.columns?.[column], service)
    case 'name':
    case 'service':
    case 'region':
    case 'buys':
    case 'group':
    case 'environment':
    case 'tags':
    case 'note':
      return { kind: column }
    default:
      return inputField(column.slice('input:'.length), service)
  }
}

function inputField(input: string | undefined, service: ServiceShape | undefined): CellField {
  if (input === undefined || service === undefined || !Object.hasOwn(service.inputs, input)) return { kind: 'nothing' }
  return { kind: 'input', input }
}
