import { createContext, useCallback, useContext } from 'react'
import type { Id } from '#shared/document/types.ts'
import { OwnNote } from '#renderer/ui/own-note.tsx'
import { fieldsOfColumn } from '#renderer/workspace/cells/own.ts'
import { readColumn } from '#renderer/workspace/columns.ts'
import { useAddedHere, useOwnField } from '#renderer/workspace/own-values.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** The row that the fields are about; `null` outside of one. */
export const RowContext = createContext<Id | null>(null)

/** What the scenario's parent has in a field of the row, where the scenario differs. `anchor`: the column the field stands for. */
export function OwnCell({ anchor }: { readonly anchor: string }) {
  const id = useContext(RowContext)
  return id === null ? null : <OfRow id={id} anchor={anchor} />
}

function OfRow({ id, anchor }: { readonly id: Id; readonly anchor: string }) {
  const component = useWorkspace((state) => state.workbook?.components.get(id))
  const services = useWorkspace((state) => state.services)
  const column = readColumn(anchor)
  const matches = useCallback(
    (field: string) => component !== undefined && column !== null && fieldsOfColumn(component, column, services)(field),
    [component, column, services],
  )
  const own = useOwnField('components', id, matches)
  return own === null ? null : <OwnNote own={own} what={anchor.replace('input:', '')} />
}

/** Said once of a row that no other scenario has. */
export function RowOwn({ id }: { readonly id: Id }) {
  const added = useAddedHere('components', id)
  return added === null ? null : <OwnNote own={added} what="the row" />
}
