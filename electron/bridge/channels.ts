import type { DesktopActs, DesktopEvents } from '#shared/desktop.ts'

/** Everything that travels between page and shell is named by the contract; there is no general door. */
export type ActName = keyof DesktopActs
export type EventName = keyof DesktopEvents

export function actChannel(act: string): string {
  return `skytally:act:${act}`
}

export function eventChannel(event: EventName): string {
  return `skytally:event:${event}`
}

/** Switch by which the window tells its preload the program's version. */
export const versionSwitch = '--skytally-version='
