import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { focusSheet } from '#renderer/workspace/sheet-focus.ts'

/**
 * Shows a dialog as long as it is mounted, with the focus on `first` (a selector) or where the browser puts it. Afterwards the keyboard
 * goes back to where it was; where that is gone, to the sheet.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, first?: string): void {
  // A layout effect is taken back while the dialog is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.showModal()
    if (first !== undefined) shown?.querySelector<HTMLElement>(first)?.focus()
    return () => {
      shown?.close()
      queueMicrotask(() => giveBack(opener))
    }
  }, [dialog, first])
}

function giveBack(opener: Element | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus({ preventScroll: true })
  if (document.activeElement === document.body) focusSheet()
}
