import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, DesktopEvents, DesktopResult } from '#shared/desktop.ts'
import { actChannel, eventChannel, versionSwitch } from './bridge/channels.ts'
import type { ActName, EventName } from './bridge/channels.ts'

type Hear = (argument: unknown) => void
/** Who listens to an event, and what happened before anybody did (a file named on the command line, for one). */
type Ear = { readonly listeners: Set<Hear>; missed: unknown[] }

const ears: Readonly<Record<EventName, Ear>> = {
  command: attach('command'),
  fileOpened: attach('fileOpened'),
  closeAsked: attach('closeAsked'),
}

function attach(event: EventName): Ear {
  const ear: Ear = { listeners: new Set(), missed: [] }
  ipcRenderer.on(eventChannel(event), (_event, argument: unknown) => {
    if (ear.listeners.size === 0) ear.missed.push(argument)
    for (const hear of ear.listeners) hear(argument)
  })
  return ear
}

function on<E extends EventName>(event: E, listener: DesktopEvents[E]): () => void {
  // The page is not bound by its types: an unknown name must not reach for something inherited.
  if (!Object.hasOwn(ears, event)) throw new Error(`There is no desktop event called ${event}.`)
  const ear = ears[event]
  const hear: Hear = (argument) => Reflect.apply(listener, undefined, [argument])
  ear.listeners.add(hear)
  const missed = ear.missed
  ear.missed = []
  for (const argument of missed) hear(argument)
  return () => {
    ear.listeners.delete(hear)
  }
}

function call<T>(act: ActName, ...args: readonly unknown[]): Promise<DesktopResult<T>> {
  return ipcRenderer.invoke(actChannel(act), ...args)
}

const desktop: Desktop = {
  version: process.argv.find((arg) => arg.startsWith(versionSwitch))?.slice(versionSwitch.length) ?? '',
  platform: process.platform,
  openFile: () => call('openFile'),
  readFile: (token) => call('readFile', token),
  saveFile: (request) => call('saveFile', request),
  saveExport: (request) => call('saveExport', request),
  savePdf: (request) => call('savePdf', request),
  recentFiles: () => call('recentFiles'),
  journalAppend: (record) => call('journalAppend', record),
  journalRead: (workbook) => call('journalRead', workbook),
  journalCheckpoint: (record) => call('journalCheckpoint', record),
  journalList: () => call('journalList'),
  journalForget: (workbook) => call('journalForget', workbook),
  canaryRead: () => call('canaryRead'),
  canaryWrite: (canary) => call('canaryWrite', canary),
  setDocument: (state) => call('setDocument', state),
  setTheme: (theme) => call('setTheme', theme),
  openExternal: (url) => call('openExternal', url),
  priceAsk: (request) => call('priceAsk', request),
  priceRead: (name) => call('priceRead', name),
  priceEnd: (name) => call('priceEnd', name),
  closeReady: () => call('closeReady'),
  on,
}

contextBridge.exposeInMainWorld('desktop', desktop)
