import { useLayoutEffect } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import { withdrawRefusal } from '#renderer/workspace/notices.ts'
import { told } from './told.ts'

/** Why what was typed could not be taken, under its field; said here and nowhere else. */
export function RefusalNote({ id, refusal }: { readonly id: string; readonly refusal: Refusal | null }) {
  useLayoutEffect(() => {
    if (refusal !== null) withdrawRefusal(refusal)
  }, [refusal])
  if (refusal === null) return null
  return (
    <span className="refusal-note" id={id} role="alert">
      {told(refusal)}
    </span>
  )
}
