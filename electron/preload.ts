import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, DesktopActs, DesktopEvents } from '#shared/desktop.ts'
import { actChannel, eventChannel, eventNames, versionSwitch } from './bridge/channels.ts'
import type { ActName, EventName } from './bridge/channels.ts'

type Hear = (argument: unknown) => void
/** Who listens to an event, and what happened before anybody did (a file named on the command line, for one). */
type Ear = { readonly listeners: Set<Hear>; missed: unknown[] }

const ears = new Map<EventName, Ear>(eventNames.map((event) => [event, attach(event)]))

function attach(event: EventName): Ear {
  const ear: Ear = { listeners: new Set(), missed: [] }
  ipcRenderer.on(eventChannel(event), (_event, argument: unknown) => {
    if (ear.listeners.size === 0) ear.missed.push(argument)
    for (const hear of ear.listeners) hear(argument)
  })
  return ear
}

function on<E extends EventName>(event: E, listener: DesktopEvents[E]): () => void {
  const ear = ears.get(event)
  if (!ear) throw new Error(`There is no desktop event called ${event}.`)
  const hear: Hear = (argument) => (listener as Hear)(argument)
  ear.listeners.add(hear)
  const missed = ear.missed
  ear.missed = []
  for (const argument of missed) hear(argument)
  return () => {
    ear.listeners.delete(hear)
  }
}

function call<A extends ActName>(act: A, ...args: Parameters<DesktopActs[A]>): ReturnType<DesktopActs[A]> {
  return ipcRenderer.invoke(actChannel(act), ...args) as ReturnType<DesktopActs[A]>
}

const desktop: Desktop = {
  version: process.argv.find((arg) => arg.startsWith(versionSwitch))?.slice(versionSwitch.length) ?? '',
  platform: process.platform,
  openFile: () => call('openFile'),
  readFile: (token) => call('readFile', token),
  saveFile: (request) => call('saveFile', request),
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
  closeReady: () => call('closeReady'),
  on,
}

contextBridge.exposeInMainWorld('desktop', desktop)
