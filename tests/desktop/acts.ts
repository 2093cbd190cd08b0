import type { DesktopActs } from '#shared/desktop.ts'

/** The bridge as it was decided, spelt out: a new act must be added here on purpose. */
export const actNames = [
  'openFile',
  'readFile',
  'saveFile',
  'saveExport',
  'savePdf',
  'recentFiles',
  'journalAppend',
  'journalRead',
  'journalCheckpoint',
  'journalList',
  'journalForget',
  'canaryRead',
  'canaryWrite',
  'setDocument',
  'setTheme',
  'openExternal',
  'priceAsk',
  'priceRead',
  'priceEnd',
  'closeReady',
] as const satisfies readonly (keyof DesktopActs)[]
