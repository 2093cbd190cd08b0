import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { focusSheet } from '#renderer/workspace/sheet-focus.ts'

const anywhere: readonly string[] = []

/**
 * Shows a dialog as long as it is mounted, with the focus on the first selector of `first` that is there, else where the browser puts
 * it. Afterwards the keyboard goes back to where it was; where that is gone, to the sheet. `first` must stay the same array.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, first: readonly string[] = anywhere): void {
  // A layout effect is taken back while the dialog is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.showModal()
    const found = first.map((selector) => shown?.querySelector<HTMLElement>(selector)).find((element) => element instanceof HTMLElement)
    found?.focus()
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
