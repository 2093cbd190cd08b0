const ending = '.journal'

/** Longest workbook id, in UTF-8 bytes, that a journal file name can carry on every file system. */
export const longestWorkbookId = 100

/**
 * The name of a workbook's journal file. The id is spelt in hexadecimal: any id becomes a plain name that cannot leave
 * the folder and that two ids differing in case do not share on a disk that ignores case.
 */
export function journalFileName(workbook: string): string {
  return Buffer.from(workbook, 'utf8').toString('hex') + ending
}

/** The workbook id of a journal file name, or `null` for any other file. */
export function workbookOfFileName(name: string): string | null {
  if (!/^(?:[0-9a-f]{2})+\.journal$/.test(name)) return null
  return Buffer.from(name.slice(0, -ending.length), 'hex').toString('utf8')
}
