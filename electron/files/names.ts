import { workbookEnding } from './openable.ts'

const longest = 120

/** A file name made of whatever the page suggests: no path, nothing a file system refuses, ending in `.skytally`. */
export function suggestedFileName(suggestion: string): string {
  const base = suggestion.toLowerCase().endsWith(workbookEnding) ? suggestion.slice(0, -workbookEnding.length) : suggestion
  return plainFileName(base) + workbookEnding
}

/** The same without an ending. */
export function plainFileName(suggestion: string): string {
  const plain = Array.from(suggestion.normalize('NFC'), (char) => (isForbidden(char) ? '-' : char)).join('')
  const trimmed = plain.slice(0, longest).replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return reservedOnWindows.test(trimmed) || trimmed === '' ? `Workbook ${trimmed}`.trim() : trimmed
}

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i

function isForbidden(char: string): boolean {
  return char < ' ' || char === '\u007f' || '<>:"/\\|?*'.includes(char)
}
