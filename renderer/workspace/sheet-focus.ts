const listeners = new Set<() => void>()

/** Registers what brings the keyboard back to the sheet; returns how to take it off again. */
export function onFocusSheet(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Gives the keyboard to the sheet: its current cell, or the sheet as a whole where none is selected. Nothing happens while no sheet is on screen. */
export function focusSheet(): void {
  for (const listener of listeners) listener()
}
