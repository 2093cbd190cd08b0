import { X } from 'lucide-react'
import { useId, useRef } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { useModal } from './use-modal.ts'
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
}

/** Left to itself the browser focuses the first button, which is the one that closes, and whose tooltip takes the first Escape. */
const FIRST = ['.ui-dialog-content :is(input, select, textarea)', '.ui-dialog-head h2']

/** A modal question or form on the browser's own dialog: it keeps the focus inside, and Esc closes it. Shown while mounted. */
export function Dialog({ title, onClose, children, actions, size = 'medium', live = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useModal(dialog, FIRST)
  const outside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  const cancelled = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={`ui-dialog ui-dialog-${size}`}
      aria-labelledby={heading}
      data-live={live || undefined}
      onCancel={cancelled}
      onMouseDown={outside}
    >
      <div className="ui-dialog-body">
        <header className="ui-dialog-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X />
          </IconButton>
        </header>
        <div className="ui-dialog-content">{children}</div>
        {actions !== undefined && <footer className="ui-dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
