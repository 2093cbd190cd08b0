const listeners = new Set<() => void>()
let awaited = false

/** Registers what brings the keyboard back to the sheet; returns how to take it off again. */
export function onFocusSheet(listener: () => void): () => void {
  listeners.add(listener)
  if (awaited) listener()
  awaited = false
  return () => {
    listeners.delete(listener)
  }
}

/** Gives the keyboard to the sheet: its current cell, or its first one. Nothing happens while no sheet is on screen. */
export function focusSheet(): void {
  for (const listener of listeners) listener()
}

/** Gives the keyboard to the next sheet that comes on screen, for a workbook that is only being opened. */
export function focusNextSheet(): void {
  awaited = true
}
