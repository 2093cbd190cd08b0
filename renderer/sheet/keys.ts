import { matchKeyBindingPress, parseKeybinding } from 'tinykeys'
import { commandInfos } from '#shared/commands/catalogue.ts'
import { canEdit, whyNotEditable } from '#renderer/workspace/cells/commit.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { copyFromAbove, fillActive } from './cells-actions.ts'
import { forgetCopied } from './clipboard.ts'
import { active } from './live.ts'
import type { Direction } from './navigate.ts'
import { grid } from './port.ts'
import * as selecting from './selecting.ts'

/**
 * What each key does on cells that are not being edited. True when the key was the sheet's. Copy, cut and paste are
 * not here: the browser turns their keys into clipboard events.
 */
export function sheetKey(event: KeyboardEvent): boolean {
  if (event.isComposing) return false
  const mod = event.ctrlKey || event.metaKey
  if (needsCell(event, mod)) selecting.beginSelection()
  return moving(event, mod) || selectingKey(event, mod) || editing(event, mod) || sheetCommand(event) || typing(event, mod)
}

const movingKeys = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|Tab|Enter|F2)$/

/** Keys that mean the cell they are pressed on. Others, such as Delete, must not act on a cell nobody has chosen. */
function needsCell(event: KeyboardEvent, mod: boolean): boolean {
  const types = !mod && !event.altKey && (event.key.length === 1 || event.key === 'Process' || event.key === 'Dead')
  return types || movingKeys.test(event.key)
}

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

function moving(event: KeyboardEvent, mod: boolean): boolean {
  const extend = event.shiftKey
  const direction = arrows[event.key]
  if (event.altKey) return false
  if (direction) selecting.arrow(direction, { extend, edge: mod })
  else if (event.key === 'Home') selecting.home(extend, mod)
  else if (event.key === 'End') selecting.end(extend, mod)
  // Ctrl with these belongs to the scenarios.
  else if (event.key === 'PageUp' && !mod) selecting.page('up', extend)
  else if (event.key === 'PageDown' && !mod) selecting.page('down', extend)
  else if (event.key === 'Tab' && !mod) selecting.tab(event.shiftKey)
  else if (event.key === 'Enter' && !mod) selecting.enter(event.shiftKey)
  else return false
  return true
}

function selectingKey(event: KeyboardEvent, mod: boolean): boolean {
  if (mod && event.shiftKey && event.code === 'Space') selecting.selectEverything()
  else if (mod && event.key === 'Backspace') revealActive()
  else if (event.shiftKey && event.key === 'Backspace') selecting.shrinkToActive()
  else if (event.key === 'Escape') forgetCopied()
  else return false
  return true
}

function revealActive(): void {
  const here = active()
  if (here) grid()?.reveal(here.place)
}

function editing(event: KeyboardEvent, mod: boolean): boolean {
  if (mod && event.key === 'Enter') fillActive()
  else if (mod && !event.shiftKey && event.code === 'Quote') copyFromAbove()
  else if (event.altKey && event.key === 'ArrowDown' && opensList()) startEdit(null)
  // No cell references to make absolute here: F4 does nothing, and nothing surprising.
  else if (event.key === 'F4' && !event.altKey) return true
  else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenu()
  else return false
  return true
}

/** Alt+Down opens the list of a cell that has one; elsewhere it moves rows. */
function opensList(): boolean {
  const column = active()?.place.column
  return column === 'service' || column === 'region' || column === 'size'
}

function openMenu(): void {
  const cell = document.querySelector('.sheet .sheet-active')
  if (!cell) return
  const box = cell.getBoundingClientRect()
  cell.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: box.left + 12, clientY: box.bottom - 4 }))
}

/** Typing replaces the cell's content. A space folds a heading. */
function typing(event: KeyboardEvent, mod: boolean): boolean {
  if (mod || event.altKey) return false
  const here = active()
  if (!here) return false
  if (event.key === ' ' && selecting.toggleGroup(here.spot.row)) return true
  const composing = event.key === 'Process' || event.key === 'Dead'
  if (event.key.length !== 1 && !composing) return false
  startEdit(composing ? '' : event.key)
  return !composing
}

export function startEdit(typed: string | null): void {
  const here = active()
  if (!here) return
  if (canEdit(here.place)) grid()?.edit(here.place, typed)
  else notify(whyNotEditable(here.place))
}

/** Their keys reach the page as copy, cut and paste. */
const fromBrowser: ReadonlySet<string> = new Set(['sheet.copy', 'sheet.cut', 'sheet.paste', 'sheet.pasteValues'])

const presses = commandInfos
  .filter(({ id, scope }) => scope === 'sheet' && !fromBrowser.has(id))
  .flatMap(({ id, shortcut, alsoShortcuts }) =>
    [...(shortcut === undefined ? [] : [shortcut]), ...(alsoShortcuts ?? [])].flatMap((keys) =>
      parseKeybinding(keys).map((press) => ({ id, press })),
    ),
  )

/** The keys of the command list, for the commands that act on the sheet. */
function sheetCommand(event: KeyboardEvent): boolean {
  const found = presses.find(({ press }) => matchKeyBindingPress(event, press))
  if (!found) return false
  runCommand(found.id)
  return true
}
