import type { Id } from '#shared/document/types.ts'
import { OwnNote } from '#renderer/ui/own-note.tsx'
import { useAddedHere, useOwnField } from '#renderer/workspace/own-values.ts'

const isContent = (field: string): boolean => field !== 'order'

/** What the scenario's parent has for a driver, where the shown scenario differs. */
export function OwnDriver({ id }: { readonly id: Id }) {
  const own = useOwnField('drivers', id, isContent)
  const added = useAddedHere('drivers', id)
  const note = own ?? added
  return note === null ? null : <OwnNote own={note} what="the driver" />
}
