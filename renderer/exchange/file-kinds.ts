import { FILE_EXTENSION } from '#shared/document/file.ts'

/** What the browser's file pickers are told about our files. */
export const workbookFiles = { description: 'Skytally workbook', accept: { 'application/json': [FILE_EXTENSION] } } as const

/** Bytes of a workbook file we are willing to read; more is refused before it is opened. */
export const mostBytes = 64 * 1024 * 1024

/** A file name for a workbook's name: what no system allows in names is left out. */
export function fileName(workbookName: string): string {
  return `${plainName(workbookName)}${FILE_EXTENSION}`
}

/** The same without an ending. */
export function plainName(workbookName: string): string {
  const plain = workbookName
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
    .trim()
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain)
  return plain === '' ? 'workbook' : reserved ? `${plain} workbook` : plain
}

/** The name of a backup taken now: `Image classification backup 2026-11-22 14-05.skytally`. */
export function backupName(workbookName: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return fileName(`${workbookName.slice(0, 50)} backup ${day} ${two(now.getHours())}-${two(now.getMinutes())}`)
}
