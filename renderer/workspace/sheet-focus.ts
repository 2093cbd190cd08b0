const listeners = new Set<() => void>()
let waiting: (() => void)[] = []

/** Registers what brings the keyboard back to the sheet; returns how to take it off again. */
export function onFocusSheet(listener: () => void): () => void {
  listeners.add(listener)
  for (const shown of waiting) shown()
  waiting = []
  return () => {
    listeners.delete(listener)
  }
}

/** Gives the keyboard to the sheet: its current cell, or the sheet as a whole where none is selected. Nothing happens while no sheet is on screen. */
export function focusSheet(): void {
  for (const listener of listeners) listener()
}

/** Resolves once a sheet is on screen. */
export function sheetShown(): Promise<void> {
  if (listeners.size > 0) return Promise.resolve()
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}
