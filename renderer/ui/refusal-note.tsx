import type { Refusal } from '#shared/commands/types.ts'
import { told } from './told.ts'

/** Why what was typed could not be taken, under its field. */
export function RefusalNote({ id, refusal }: { readonly id: string; readonly refusal: Refusal | null }) {
  if (refusal === null) return null
  return (
    <span className="refusal-note" id={id}>
      {told(refusal)}
    </span>
  )
}
