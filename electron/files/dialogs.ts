import { dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { changedElsewhereQuestion, dialogWords } from '../messages.ts'
import type { FileDialogs } from './files.ts'
import { workbookEnding } from './openable.ts'

const filters = [
  { name: dialogWords.fileKind, extensions: [workbookEnding.slice(1)] },
  { name: dialogWords.anyFile, extensions: ['*'] },
]

/** The system's own dialogs, as sheets of the window when there is one. */
export function nativeFileDialogs(currentWindow: () => BrowserWindow | null): FileDialogs {
  return {
    chooseToOpen: async (folder) => {
      const options = { title: dialogWords.openTitle, defaultPath: folder, properties: ['openFile' as const], filters }
      const window = currentWindow()
      const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    chooseToSave: async (suggestion) => {
      const options = { title: dialogWords.saveTitle, defaultPath: suggestion, properties: ['showOverwriteConfirmation' as const], filters }
      const window = currentWindow()
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    askChangedElsewhere: async (name) => {
      const { message, detail, buttons } = changedElsewhereQuestion(name)
      const answer = await ask(currentWindow(), { type: 'warning', message, detail, buttons: [...buttons], defaultId: 0, cancelId: 2 })
      return (['save-as', 'replace'] as const)[answer] ?? 'cancel'
    },
  }
}

/** The index of the button the person chose. */
export async function ask(window: BrowserWindow | null, options: MessageBoxOptions): Promise<number> {
  const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
  return answer.response
}
