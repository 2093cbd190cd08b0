import type { DesktopActs, DesktopEvents } from '#shared/desktop.ts'

/** Everything that travels between page and shell is named here; there is no general door. */
const acts = {
  openFile: true,
  readFile: true,
  saveFile: true,
  recentFiles: true,
  journalAppend: true,
  journalRead: true,
  journalCheckpoint: true,
  journalList: true,
  journalForget: true,
  canaryRead: true,
  canaryWrite: true,
  setDocument: true,
  setTheme: true,
  openExternal: true,
  closeReady: true,
} as const satisfies Record<keyof DesktopActs, true>

const events = { command: true, fileOpened: true, closeAsked: true } as const satisfies Record<keyof DesktopEvents, true>

export type ActName = keyof DesktopActs
export type EventName = keyof DesktopEvents

export const actNames = Object.keys(acts) as readonly ActName[]
export const eventNames = Object.keys(events) as readonly EventName[]

export function actChannel(act: ActName): string {
  return `skytally:act:${act}`
}

export function eventChannel(event: EventName): string {
  return `skytally:event:${event}`
}

/** Switch by which the window tells its preload the program's version. */
export const versionSwitch = '--skytally-version='
