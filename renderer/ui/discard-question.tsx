import { useLayoutEffect, useRef } from 'react'
import { Button } from './button.tsx'
import type { Unsaved } from './use-unsaved.ts'

/** Stands at the foot of a dialog in the place of its buttons; the keyboard goes to the answer that loses nothing. */
export function DiscardQuestion({ words, keep, discard }: Unsaved) {
  const stay = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => queueMicrotask(() => giveBack(before))
  }, [])
  return (
    <footer className="ui-dialog-actions ui-dialog-question" role="alertdialog" aria-label={words ?? undefined}>
      <p>{words}</p>
      <Button kind="danger" onClick={discard}>
        Discard
      </Button>
      <Button ref={stay} kind="primary" onClick={keep}>
        Keep editing
      </Button>
    </footer>
  )
}

/** Not where the dialog closed, and took care of the keyboard itself. */
function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus()
}
