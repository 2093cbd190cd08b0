import { X } from 'lucide-react'
import { useId, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { DiscardQuestion } from './discard-question.tsx'
import { useModal } from './use-modal.ts'
import type { Unsaved } from './use-unsaved.ts'
import './dialog.css'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot. */
  readonly actions?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | 'wide'
  /** What is changed in it is in the workbook at once, so that undo and redo mean the same as outside of it. */
  readonly live?: boolean
  /** What is in it and not in the workbook yet: Escape, the cross and a press beside it then ask before it is thrown away. */
  readonly unsaved?: Unsaved
}

/** Left to itself the browser focuses the first button, which is the one that closes, and whose tooltip takes the first Escape. */
const FIRST = ['.ui-dialog-content :is(input, select, textarea)', '.ui-dialog-head h2']

/** A modal question or form on the browser's own dialog: it keeps the focus inside, and Esc closes it. Shown while mounted. */
export function Dialog({ title, onClose, children, actions, size = 'medium', live = false, unsaved }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useModal(dialog, FIRST)
  const leave = () => {
    if (unsaved?.isAsking === true) unsaved.keep()
    else if (unsaved === undefined) onClose()
    else unsaved.before(onClose)
  }
  const outside = (event: MouseEvent) => {
    if (event.target === dialog.current) leave()
  }
  const cancelled = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    leave()
  }
  // A browser lets a dialog keep itself open for one Escape only: the next one would close it without a question.
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typeof unsaved?.words === 'string' && !event.defaultPrevented) cancelled(event)
  }
  return (
    <dialog
      ref={dialog}
      className={`ui-dialog ui-dialog-${size}`}
      aria-labelledby={heading}
      data-live={live || undefined}
      onCancel={cancelled}
      onMouseDown={outside}
      onKeyDown={keyDown}
    >
      <div className="ui-dialog-body">
        <header className="ui-dialog-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close" onClick={leave}>
            <X />
          </IconButton>
        </header>
        <div className="ui-dialog-content" inert={unsaved?.isAsking === true}>
          {children}
        </div>
        {unsaved?.isAsking === true ? (
          <DiscardQuestion {...unsaved} />
        ) : (
          actions !== undefined && <footer className="ui-dialog-actions">{actions}</footer>
        )}
      </div>
    </dialog>
  )
}
