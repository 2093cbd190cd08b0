import { focusSheet } from '#renderer/workspace/sheet-focus.ts'

const SHEET = '.sheet'
/** The parts of the window in the order in which F6 visits them. */
const REGIONS = ['.frame-top', '.frame-formula', 'aside[aria-label="Drivers"]', '.band', SHEET, 'aside[aria-label="Inspector"]', '.tab-bar']

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea, [tabindex="0"]'

/**
 * F6 takes the keyboard to the next part of the window and Shift+F6 to the one before: in the sheet Tab goes from cell to cell, so that
 * what stands around it is not reached by Tab.
 */
export function bindRegions(target: Window): void {
  target.addEventListener('keydown', (event) => {
    const isOther = event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented
    if (event.key !== 'F6' || isOther || document.querySelector('dialog[open]') !== null) return
    if (visit(event.shiftKey ? -1 : 1)) event.preventDefault()
  })
}

/** False where there is no part to go to. */
function visit(step: 1 | -1): boolean {
  const regions = REGIONS.flatMap((selector) => {
    const region = document.querySelector<HTMLElement>(selector)
    return region === null ? [] : [{ region, enter: selector === SHEET ? focusSheet : entry(region) }]
  })
  const now = regions.findIndex(({ region }) => region.contains(document.activeElement))
  const from = now < 0 && step < 0 ? 0 : now
  for (let away = 1; away <= regions.length; away += 1) {
    const next = regions.at((from + step * away) % regions.length)
    if (next?.enter === null || next === undefined) continue
    next.enter()
    return true
  }
  return false
}

function entry(region: HTMLElement): (() => void) | null {
  const first = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.offsetParent !== null)
  return first === undefined ? null : () => first.focus()
}
