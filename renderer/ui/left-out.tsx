import type { Id, OverriddenTable } from '#shared/document/types.ts'
import { resetPlaces } from '#renderer/workspace/own-values.ts'
import './own-note.css'

type Props = {
  /** What they are, such as “Drivers”. */
  readonly what: string
  readonly table: OverriddenTable
  readonly records: readonly { readonly id: Id; readonly name: string }[]
}

/** What the shown scenario does without: struck through, each with the way back. */
export function LeftOut({ what, table, records }: Props) {
  if (records.length === 0) return null
  return (
    <ul className="left-out" aria-label={`${what} this scenario does without`}>
      {records.map(({ id, name }) => (
        <li key={id}>
          <del>{name}</del>
          <button type="button" className="own-note-act" onClick={() => resetPlaces([{ table, id }])} aria-label={`Bring ${name} back`}>
            Bring back
          </button>
        </li>
      ))}
    </ul>
  )
}
