import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { dialogWords } from '../messages.ts'

/** Asks where an export goes; the answer is a path, `null` when the person cancels. */
export type ChooseToExport = (suggestion: string, extension: string) => Promise<string | null>

export function nativeExportDialog(currentWindow: () => BrowserWindow | null): ChooseToExport {
  return async (suggestion, extension) => {
    const filters = [
      { name: extension.toUpperCase(), extensions: [extension] },
      { name: dialogWords.anyFile, extensions: ['*'] },
    ]
    const options = { title: dialogWords.exportTitle, defaultPath: suggestion, properties: ['showOverwriteConfirmation' as const], filters }
    const window = currentWindow()
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  }
}
