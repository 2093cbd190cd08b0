import type { OwnField } from '#renderer/workspace/own-values.ts'
import './own-note.css'

type Props = {
  readonly own: OwnField
  /** What it is about, for those who hear the buttons by themselves. */
  readonly what: string
}

/** Beside a value that the shown scenario holds by itself: what it stands on has there, and the two ways to make them one. */
export function OwnNote({ own, what }: Props) {
  const { parentName, before, reset, push } = own
  return (
    <span className="own-note" data-own={before === null ? 'added' : 'set'}>
      <span className="own-note-text">
        {before === null ? 'Only in this scenario' : `${parentName}: ${before === '' ? 'empty' : before}`}
      </span>
      {before !== null && (
        <button type="button" className="own-note-act" onClick={() => reset()} aria-label={`Reset ${what} to ${parentName}`}>
          Reset
        </button>
      )}
      <button type="button" className="own-note-act" onClick={() => push()} aria-label={`Push ${what} down to ${parentName}`}>
        Push down
      </button>
    </span>
  )
}
