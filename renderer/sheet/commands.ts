import { handleCommands, type CommandHandler } from '#renderer/workspace/commands.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { showPanel } from '#renderer/workspace/view.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { clearCells, fillDown, fillRight } from './cells-actions.ts'
import { pasteFrom } from './clipboard.ts'
import { fitSelected, hideSelected, moveColumns } from './column-actions.ts'
import { findNext, openFinding } from './finding.ts'
import { startEdit } from './keys.ts'
import { openNote } from './noting.ts'
import { canReset, chosenOwn, hasDropped, pushChosen, resetChosen, toggleDropped } from './own-actions.ts'
import { grid } from './port.ts'
import { deleteRows, duplicateRows, insertRow, moveRows } from './row-actions.ts'
import { selectAll, selectColumns, selectRows } from './selecting.ts'

const selected = (state: WorkspaceState): boolean => state.workbook !== null && state.selection.length > 0
const open = (state: WorkspaceState): boolean => state.workbook !== null

function onSelection(run: () => void): CommandHandler {
  return { run, enabled: selected }
}

/** Says how the sheet carries out its commands of the catalogue. Returns the way to take that back. */
export function handleSheetCommands(): () => void {
  return handleCommands({
    'edit.find': { run: () => openFinding(false), enabled: open },
    'edit.replace': { run: () => openFinding(true), enabled: open },
    'edit.findNext': { run: () => findNext(false), enabled: open },
    'edit.findPrevious': { run: () => findNext(true), enabled: open },
    'sheet.edit': onSelection(() => startEdit(null)),
    'sheet.note': onSelection(openNote),
    'sheet.copy': onSelection(() => viaBrowser('copy')),
    'sheet.cut': onSelection(() => viaBrowser('cut')),
    'sheet.paste': { run: () => void pasteFromMenu(false), enabled: open },
    'sheet.pasteValues': { run: () => void pasteFromMenu(true), enabled: open },
    'sheet.clear': onSelection(clearCells),
    'sheet.fillDown': onSelection(fillDown),
    'sheet.fillRight': onSelection(fillRight),
    'sheet.insertRow': { run: insertRow, enabled: open },
    'sheet.deleteRows': onSelection(deleteRows),
    'sheet.duplicateRows': onSelection(duplicateRows),
    'sheet.moveUp': onSelection(() => moveRows('up')),
    'sheet.moveDown': onSelection(() => moveRows('down')),
    'sheet.selectAll': onSelection(selectAll),
    'sheet.selectRow': onSelection(selectRows),
    'sheet.selectColumn': onSelection(selectColumns),
    'sheet.fitColumns': onSelection(fitSelected),
    'sheet.hideColumns': onSelection(hideSelected),
    'sheet.columnsLeft': onSelection(() => moveColumns('left')),
    'sheet.columnsRight': onSelection(() => moveColumns('right')),
    'sheet.resetCells': { run: resetChosen, enabled: canReset },
    'sheet.pushCells': { run: pushChosen, enabled: (state) => chosenOwn(state) !== null },
    'view.dropped': { run: toggleDropped, enabled: hasDropped },
    'sheet.explain': onSelection(() => showPanel('inspector', true)),
  })
}

/** A menu item does what the key does: the browser makes the clipboard event, for which it asks no permission. */
function viaBrowser(act: 'copy' | 'cut'): void {
  grid()?.focus()
  document.execCommand(act)
}

/** Reading the clipboard without its key needs a permission; where that is refused the key still works. */
async function pasteFromMenu(values: boolean): Promise<void> {
  grid()?.focus()
  try {
    const transfer = new DataTransfer()
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types.filter((one) => one.startsWith('text/')))
        transfer.setData(type, await (await item.getType(type)).text())
    }
    await pasteFrom(transfer, values)
  } catch {
    notify({ kind: 'refusal', message: 'The browser did not let the menu read the clipboard.', fix: 'Press Ctrl+V (⌘V on a Mac) instead.' })
  }
}
