import { setFreeTier } from '#shared/commands/settings.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { openDropped, openFile, saveBackup, saveFile } from '#renderer/exchange/exchange.ts'
import { finishTyping } from '#renderer/workspace/cells/finish.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import type { CommandHandler } from '#renderer/workspace/commands.ts'
import { edit, recalculate, redo, undo } from '#renderer/workspace/edit.ts'
import { setGroupBy } from '#renderer/workspace/grouping.ts'
import { closeWorkbook, openEmpty } from '#renderer/workspace/open.ts'
import { backToSheet, shownPage, showPage } from '#renderer/workspace/page.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { closePalette, openPalette, setShowFormulas, setTheme } from '#renderer/workspace/view.ts'
import { togglePanelAlone } from './narrow.ts'

const withWorkbook = (state: WorkspaceState): boolean => state.workbook !== null
const ready = (state: WorkspaceState): boolean => state.screen !== 'loading'

const handlers: Readonly<Record<string, CommandHandler>> = {
  'file.new': { run: typed(() => void openEmpty()), enabled: ready },
  'file.open': { run: typed(() => void openFile()), enabled: ready },
  'file.save': { run: typed(() => void saveFile()), enabled: withWorkbook },
  'file.saveAs': { run: typed(() => void saveFile(true)), enabled: withWorkbook },
  'file.backup': { run: typed(saveBackup), enabled: withWorkbook },
  'file.print': { run: typed(() => window.print()), enabled: withWorkbook },
  'file.start': { run: typed(() => void closeWorkbook()), enabled: withWorkbook },
  'edit.undo': { run: undo, enabled: (state) => state.canUndo !== null },
  'edit.redo': { run: redo, enabled: (state) => state.canRedo !== null },
  'edit.recalculate': { run: recalculate, enabled: withWorkbook },
  'insert.component': { run: () => openPalette('component'), enabled: ready },
  'view.palette': { run: togglePalette, enabled: ready },
  'view.prices': { run: typed(togglePrices), enabled: (state) => ready(state) && state.screen !== 'recovery' },
  'view.compare': { run: typed(toggleCompare), enabled: withWorkbook },
  'view.drivers': { run: () => togglePanelAlone('drivers'), enabled: withWorkbook },
  'view.inspector': { run: () => togglePanelAlone('inspector'), enabled: withWorkbook },
  'view.formulas': { run: () => setShowFormulas(!workspace.getState().showFormulas), enabled: withWorkbook },
  'view.byGroup': { run: () => setGroupBy('group'), enabled: withWorkbook },
  'view.byEnvironment': { run: () => setGroupBy('environment'), enabled: withWorkbook },
  'view.byCategory': { run: () => setGroupBy('category'), enabled: withWorkbook },
  'view.byCloud': { run: () => setGroupBy('cloud'), enabled: withWorkbook },
  'view.freeTier': { run: toggleFreeTier, enabled: withWorkbook },
  'view.theme': { run: () => setTheme(nextTheme[workspace.getState().theme]) },
}

/** What is being typed belongs to what is saved or left. */
function typed(run: () => void): () => void {
  return () => {
    if (finishTyping()) run()
  }
}

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const

function togglePalette(): void {
  if (workspace.getState().palette === null) openPalette()
  else closePalette()
}

function toggleFreeTier(): void {
  const { workbook } = workspace.getState()
  if (workbook !== null) edit(setFreeTier, { freeTier: !settingsOf(workbook).freeTier })
}

function toggleCompare(): void {
  if (shownPage() === 'compare') backToSheet()
  else showPage('compare')
}

function togglePrices(): void {
  if (shownPage() === 'prices') backToSheet()
  else showPage('prices')
}

/** The commands that belong to the window as a whole. Returns the way to take them back. */
export function handleAppCommands(): () => void {
  return handleCommands(handlers)
}

/** A file let fall anywhere on the window is opened. Returns the way to stop. */
export function openDroppedFiles(): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    void openDropped(file)
  }
  window.addEventListener('dragover', over)
  window.addEventListener('drop', drop)
  return () => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', drop)
  }
}
