import { app, BrowserWindow, screen } from 'electron'
import type { WebContents } from 'electron'
import type { DesktopEvents } from '#shared/desktop.ts'
import { versionSwitch } from '../bridge/channels.ts'
import type { EventName } from '../bridge/channels.ts'
import { tell } from '../bridge/serve.ts'
import { ask } from '../files/dialogs.ts'
import { note } from '../log.ts'
import { closeQuestion, pageGoneQuestion } from '../messages.ts'
import { pageAddress } from '../page/address.ts'
import { createClosing } from './closing.ts'
import type { Closing } from './closing.ts'
import { placeOnScreens, smallest } from './placement.ts'
import type { PlacementFile } from './placementFile.ts'

export type WindowSetting = {
  readonly preload: string
  readonly placement: PlacementFile
  readonly closeWaitMs: number
  /** The window was closed. */
  readonly onClosed: () => void
  /** The person did not want to close after all. */
  readonly onStay: () => void
}

/** The one window of the program. */
export type MainWindow = {
  readonly browser: BrowserWindow
  owns(contents: WebContents): boolean
  /** Tells the page, once it is loaded. */
  tell<E extends EventName>(event: E, ...args: Parameters<DesktopEvents[E]>): void
  /** The page has said that everything is kept. */
  closeReady(): void
  focus(): void
  setDocument(state: { readonly name: string; readonly unsaved: boolean }): void
}

const keepAfterMs = 400

/** Opens the window where it was last seen, shown once its page can be seen. */
export function openWindow(setting: WindowSetting): MainWindow {
  const place = placeOnScreens(
    setting.placement.read(),
    [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea),
  )
  const { maximized, ...bounds } = place
  const browser = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: app.getName(),
    show: false,
    webPreferences: {
      preload: setting.preload,
      additionalArguments: [versionSwitch + app.getVersion()],
      // The spelling checker would download dictionaries.
      spellcheck: false,
    },
  })
  if (maximized) browser.maximize()
  browser.once('ready-to-show', () => browser.show())
  keepPlacement(browser, setting.placement)
  // What is sent before the page is there would reach the blank page before it, and be lost.
  const loaded = new Promise<void>((resolve) => browser.webContents.once('did-finish-load', () => resolve()))
  async function tellPage<E extends EventName>(event: E, ...args: Parameters<DesktopEvents[E]>): Promise<void> {
    await loaded
    if (!browser.isDestroyed()) tell(browser.webContents, event, ...args)
  }
  const closing = guardClosing(browser, setting, () => void tellPage('closeAsked'))
  browser.on('closed', setting.onClosed)
  // The title is the document's, set through the bridge; the page's own would replace it.
  browser.on('page-title-updated', (event) => event.preventDefault())
  // Whether the window may close was settled between us and the page; a page's `beforeunload` has no second say.
  browser.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  browser.loadURL(pageAddress).catch((error: unknown) => note(`The page ${pageAddress} could not be loaded.`, error))

  return {
    browser,
    owns: (contents) => !browser.isDestroyed() && contents === browser.webContents,
    tell: (event, ...args) => void tellPage(event, ...args),
    closeReady: () => closing().ready(),
    focus: () => {
      if (browser.isMinimized()) browser.restore()
      browser.show()
      browser.focus()
    },
    setDocument: ({ name, unsaved }) => {
      browser.setTitle(`${unsaved ? '• ' : ''}${name === '' ? '' : `${name} – `}${app.getName()}`)
      browser.setDocumentEdited(unsaved)
    },
  }
}

function keepPlacement(browser: BrowserWindow, file: PlacementFile): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const keep = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!browser.isDestroyed()) file.write({ ...browser.getNormalBounds(), maximized: browser.isMaximized() })
  }
  const keepSoon = (): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(keep, keepAfterMs)
  }
  browser.on('resize', keepSoon)
  browser.on('move', keepSoon)
  browser.on('close', keep)
}

/** Makes closing wait for the page. The answer is the rule in force; a page that is loaded again gets a new one. */
function guardClosing(browser: BrowserWindow, setting: WindowSetting, askPage: () => void): () => Closing {
  const fresh = (): Closing =>
    createClosing({
      askPage,
      askPerson: async () => {
        const closeAnyway =
          (await ask(browser, { type: 'warning', ...closeQuestion, buttons: [...closeQuestion.buttons], defaultId: 0, cancelId: 0 })) === 1
        if (!closeAnyway) setting.onStay()
        return closeAnyway
      },
      close: () => browser.close(),
      waitMs: setting.closeWaitMs,
    })
  let closing = fresh()
  browser.on('close', (event) => {
    if (!closing.requested()) event.preventDefault()
  })
  browser.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    closing.pageGone()
    void (async () => {
      const answer = await ask(browser, {
        type: 'error',
        ...pageGoneQuestion,
        buttons: [...pageGoneQuestion.buttons],
        defaultId: 0,
        cancelId: 1,
      })
      if (browser.isDestroyed()) return
      if (answer !== 0) return browser.close()
      closing = fresh()
      browser.webContents.reload()
    })()
  })
  return () => closing
}
