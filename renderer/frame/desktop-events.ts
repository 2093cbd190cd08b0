import type { Desktop } from '#shared/desktop.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { messages } from '#shared/messages/messages.ts'
import { openFromDesktop } from '#renderer/exchange/exchange.ts'
import { finishTyping } from '#renderer/workspace/cells/finish.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'

/** Answers what the desktop shell asks, and tells it what its title bar and its theme need. */
export function attachDesktop(desktop: Desktop): void {
  desktop.on('command', (command) => void runCommand(command))
  desktop.on('fileOpened', (file) => void openFromDesktop(file.token))
  desktop.on('closeAsked', () => void closeWhenKept(desktop))
  let told = { title: '', unsaved: false, theme: '' }
  const tell = (state: WorkspaceState) => {
    const now = { title: titleOf(state), unsaved: isUnsaved(state), theme: state.theme }
    if (now.title !== told.title || now.unsaved !== told.unsaved) void desktop.setDocument({ name: now.title, unsaved: now.unsaved })
    if (now.theme !== told.theme) void desktop.setTheme(state.theme)
    told = now
  }
  tell(workspace.getState())
  workspace.subscribe(tell)
}

/** The window closes only when everything is kept; otherwise it stays and says why. */
async function closeWhenKept(desktop: Desktop): Promise<void> {
  if (!finishTyping()) return
  try {
    await supplies().storage.flush()
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotKeep(fault) })
    return
  }
  await desktop.closeReady()
}

/** The name of what the window shows. */
export function titleOf(state: WorkspaceState): string {
  return state.workbook === null ? '' : settingsOf(state.workbook).name
}

/** Whether something done is not yet kept on this machine, or not yet in the file it was opened from. */
export function isUnsaved(state: WorkspaceState): boolean {
  return state.workbook !== null && (state.saveStatus.state !== 'saved' || state.file?.unsaved === true)
}
