import { useEffect, type RefObject } from 'react'
import { copyTo, pasteFrom } from './clipboard.ts'
import { sheetKey } from './keys.ts'
import { doubleClick, pointerDown } from './pointer.ts'
import { grid } from './port.ts'
import { beginSelection } from './selecting.ts'

/** The sheet hears keys and pointers before the grid does, and leaves it only what happens inside an open editor. */
export function useSheetEvents(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let valuesOnly = false
    const keyDown = (event: KeyboardEvent): void => {
      if (inField(event.target)) return
      valuesOnly = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV'
      if (!sheetKey(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const copy = (event: ClipboardEvent): void => {
      if (inField(event.target) || !event.clipboardData || !copyTo(event.clipboardData, event.type === 'cut')) return
      event.preventDefault()
    }
    const paste = (event: ClipboardEvent): void => {
      if (inField(event.target) || !event.clipboardData) return
      event.preventDefault()
      if (element.contains(document.activeElement)) beginSelection()
      void pasteFrom(event.clipboardData, valuesOnly)
    }
    // With the focus nowhere, as after a new workbook was opened, a paste can only mean the sheet.
    const pasteNowhere = (event: ClipboardEvent): void => {
      if (document.activeElement === document.body && document.querySelector('dialog[open], [role="dialog"]') === null) paste(event)
    }
    // A double click is two pointer-downs first: they must not close the editor it opens.
    const down = (event: MouseEvent): void => {
      if (event.detail < 2 || event.shiftKey || event.ctrlKey) pointerDown(event)
      else event.stopPropagation()
    }
    // The grid would end an edit at every press and click; ours ends on mousedown, if at all. A finger's press stays a menu's.
    const keepFromGrid = (event: MouseEvent): void => {
      const finger = event instanceof PointerEvent && event.type === 'pointerdown' && event.pointerType !== 'mouse'
      if (!finger && !inField(event.target) && event.target instanceof Element && event.target.closest('.ag-cell')) event.stopPropagation()
    }
    const focused = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches('.ag-row, .ag-tab-guard, .ag-header *')) grid()?.focus()
    }
    const over = new AbortController()
    const first = { capture: true, signal: over.signal }
    element.addEventListener('keydown', keyDown, first)
    element.addEventListener('copy', copy, first)
    element.addEventListener('cut', copy, first)
    element.addEventListener('paste', paste, first)
    document.addEventListener('paste', pasteNowhere, { signal: over.signal })
    element.addEventListener('pointerdown', keepFromGrid, first)
    element.addEventListener('click', keepFromGrid, first)
    element.addEventListener('mousedown', down, first)
    element.addEventListener('dblclick', doubleClick, first)
    element.addEventListener('focusin', focused, first)
    return () => over.abort()
  }, [root])
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, button, dialog, [role="menu"]') !== null
}
