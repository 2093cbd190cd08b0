import { nativeTheme, shell } from 'electron'
import type { DesktopActs, DesktopResult } from '#shared/desktop.ts'
import type { CanaryFile } from './canary.ts'
import type { Exports } from './export/exports.ts'
import type { Files } from './files/files.ts'
import type { Journal } from './journal/journal.ts'
import type { Prices } from './prices/prices.ts'
import { refuse } from './messages.ts'
import { outsideLink } from './page/address.ts'
import type { MainWindow } from './window/window.ts'

export type ActParts = {
  readonly files: Files
  readonly journal: Journal
  readonly canary: CanaryFile
  readonly prices: Prices
  readonly exports: Exports
  readonly window: () => MainWindow | null
}

const done: DesktopResult<null> = { ok: true, value: null }

/** Everything the page may ask of the shell. */
export function createActs({ files, journal, canary, prices, exports, window }: ActParts): DesktopActs {
  return {
    openFile: files.openFile,
    readFile: files.readFile,
    saveFile: files.saveFile,
    saveExport: exports.saveExport,
    savePdf: exports.savePdf,
    recentFiles: files.recentFiles,
    journalAppend: async (record) => {
      await journal.append(record)
      return done
    },
    journalRead: async (workbook) => ({ ok: true, value: await journal.read(workbook) }),
    journalCheckpoint: async (record) => {
      await journal.checkpoint(record)
      return done
    },
    journalList: async () => ({ ok: true, value: await journal.list() }),
    journalForget: async (workbook) => {
      await journal.forget(workbook)
      return done
    },
    canaryRead: async () => ({ ok: true, value: await canary.read() }),
    canaryWrite: async (state) => {
      await canary.write(state)
      return done
    },
    setDocument: async (state) => {
      window()?.setDocument(state)
      return done
    },
    setTheme: async (theme) => {
      nativeTheme.themeSource = theme
      return done
    },
    openExternal: async (url) => {
      const link = outsideLink(url)
      if (link === null) return refuse('link-refused', url)
      await shell.openExternal(link)
      return done
    },
    priceAsk: prices.ask,
    priceRead: prices.read,
    priceEnd: async (name) => {
      await prices.end(name)
      return done
    },
    closeReady: async () => {
      window()?.closeReady()
      return done
    },
  }
}
