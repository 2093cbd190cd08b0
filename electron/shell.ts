import { app, dialog, ipcMain } from 'electron'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createActs } from './acts.ts'
import { serveActs } from './bridge/serve.ts'
import { canaryFile } from './canary.ts'
import { nodeDisk } from './disk/nodeDisk.ts'
import { sweepTemporaries } from './disk/replaceFile.ts'
import { nativeFileDialogs } from './files/dialogs.ts'
import { nativeExportDialog } from './export/dialog.ts'
import { createExports } from './export/exports.ts'
import { printPdf } from './export/pdf.ts'
import { createReports } from './export/reports.ts'
import { createFiles } from './files/files.ts'
import { fileFromArguments } from './files/openable.ts'
import { createJournal } from './journal/journal.ts'
import { createPrices } from './prices/prices.ts'
import { note } from './log.ts'
import { showMenu } from './menu/menu.ts'
import { startFailure } from './messages.ts'
import { servePage } from './page/protocol.ts'
import { guardContents, guardSession } from './page/security.ts'
import { guardLogs } from './recovery/logGuard.ts'
import { markRunning } from './recovery/runMarker.ts'
import type { RunMarker } from './recovery/runMarker.ts'
import { readSettings } from './settings.ts'
import { placementFile } from './window/placementFile.ts'
import { openWindow } from './window/window.ts'
import type { MainWindow } from './window/window.ts'

/** Puts the program together. Runs once, in the process that holds the single-instance lock. */
export function startShell(): void {
  const settings = readSettings(process.env, app.isPackaged, path.join(__dirname, '../renderer'))
  const keep = path.join(app.getPath('userData'), 'kept')
  const placement = placementFile(path.join(app.getPath('userData'), 'window.json'))
  const journal = createJournal(nodeDisk, path.join(keep, 'journal'))
  const prices = createPrices(settings.priceMirrors, randomUUID)
  const files = createFiles({
    disk: nodeDisk,
    dialogs: nativeFileDialogs(() => window?.browser ?? null),
    recentPath: path.join(keep, 'recent.json'),
    documentsFolder: app.getPath('documents'),
    newToken: randomUUID,
    onRecent: (recent) => {
      if (recent[0] !== undefined) app.addRecentDocument(recent[0])
      showMenu({ recent, onCommand: (id) => reveal().tell('command', id), onRecent: openFromOutside })
    },
  })
  const reports = createReports(randomUUID)
  const exports = createExports({
    disk: nodeDisk,
    chooseToExport: nativeExportDialog(() => window?.browser ?? null),
    folder: app.getPath('documents'),
    print: (html) => printPdf(reports, html),
  })
  let window: MainWindow | null = null
  let quitting = false
  /** Files asked for before the program could take them (macOS may ask before it is ready). */
  let early: string[] | null = [fileFromArguments(process.argv.slice(1), process.cwd(), process.platform)].filter((file) => file !== null)

  function openFromOutside(file: string): void {
    if (early) early.push(file)
    else reveal().tell('fileOpened', files.admit(file))
  }

  function reveal(): MainWindow {
    window ??= openWindow({
      preload: path.join(__dirname, 'preload.cjs'),
      placement,
      closeWaitMs: settings.closeWaitMs,
      onClosed: () => {
        window = null
      },
      onStay: () => {
        quitting = false
      },
    })
    return window
  }

  async function ready(): Promise<void> {
    const marker = await repairAfterCrash(keep)
    app.on('will-quit', () => marker.clear())
    guardSession()
    servePage(settings.pageFolder, reports)
    serveActs(
      ipcMain,
      createActs({ files, journal, canary: canaryFile(nodeDisk, path.join(keep, 'canary.json')), prices, exports, window: () => window }),
      (contents) => window?.owns(contents) ?? false,
    )
    await files.loadRecent()
    const opened = reveal()
    const waiting = early ?? []
    early = null
    for (const file of waiting) opened.tell('fileOpened', files.admit(file))
  }

  guardContents()
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (!early) reveal().focus()
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openFromOutside(file)
  })
  app.on('second-instance', (_event, argv, cwd) => {
    const file = fileFromArguments(argv.slice(1), cwd, process.platform)
    if (!early) reveal().focus()
    if (file !== null) openFromOutside(file)
  })
  app
    .whenReady()
    .then(ready)
    .catch((error: unknown) => {
      dialog.showErrorBox(startFailure.title, startFailure.detail(app.getPath('userData'), String(error)))
      app.exit(1)
    })
}

/** What must be put right before a window may open the databases of the page. */
async function repairAfterCrash(keep: string): Promise<RunMarker> {
  await nodeDisk.makeFolder(keep)
  const marker = markRunning(path.join(keep, 'running'), process.pid)
  if (!marker.lastRunWasCut) return marker
  const stamp = new Date().toISOString().replaceAll(':', '-')
  const cuts = await guardLogs(path.join(app.getPath('sessionData'), 'IndexedDB'), path.join(keep, 'rescued'), stamp)
  for (const cut of cuts) note(`Removed ${cut.removed} bytes of a torn record from ${cut.log}.`)
  for (const folder of [keep, path.join(keep, 'journal')]) await sweepTemporaries(nodeDisk, folder, () => false)
  return marker
}
