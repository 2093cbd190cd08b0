import type { DesktopResult } from '#shared/desktop.ts'
import { errorCode } from './disk/disk.ts'

export type DesktopRefusal = Extract<DesktopResult<never>, { readonly ok: false }>

/** Every sentence the shell says, by code: what happened, and what to do. `what` is a file's name or the kind of thing. */
const sentences = {
  'bad-request': (what) => `The request ${what} was malformed. This is a fault in Skytally; restart it and report what you did.`,
  'refused-sender': () => 'The request did not come from Skytally’s own page and was refused.',
  'unknown-file': () => 'Skytally no longer knows this file. Open it again with File > Open.',
  'file-missing': (what) => `${what} is not there any more. It may have been moved or renamed: open it from its new place.`,
  'not-a-file': (what) => `${what} is a folder or a device, not a file. Choose a .skytally file.`,
  'too-large': (what) => `${what} is larger than 64 MB, which no workbook reaches. Check that it is a Skytally workbook.`,
  'not-text': (what) => `${what} is not text in UTF-8, so it is no Skytally workbook. Choose a .skytally file.`,
  'read-only': (what) => `${what} is read-only. Use File > Save As to keep your work under another name.`,
  'no-permission': (what) => `The system does not allow Skytally to use ${what}. Check its permissions, or save to another folder.`,
  'disk-full': (what) => `The disk is full; ${what} was not written and its last version is untouched. Free some space and save again.`,
  'file-busy': (what) => `Another program is holding ${what}. Close it there and save again.`,
  'disk-error': (what) => `The disk reported an error while Skytally used ${what}. Save to another disk and check this one.`,
  'journal-unreadable': (what) =>
    `The journal of ${what} was written by another version of Skytally. It is kept; open it with that version.`,
  'canary-damaged': () => 'The record of what was stored is damaged. Compare the list of workbooks with what you remember before going on.',
  'link-refused': (what) =>
    `Skytally opens only https pages that its services name as their sources. Copy the address into your browser: ${what}`,
  'price-host': (what) => `Skytally asks only the price endpoints of AWS, Azure and Google Cloud, not ${what}.`,
  'price-unreached': (what) => `${what} cannot be reached. Check the connection to the Internet, or import price lists from files.`,
  'price-broken': (what) => `${what} broke off its answer. Skytally asks again by itself.`,
  'price-unknown': () => 'This answer of a price endpoint is over. Begin the update again; what was finished is kept.',
  failed: (what) => `Something unforeseen stopped Skytally from using ${what}. Save your work under another name and restart.`,
} as const satisfies Record<string, (what: string) => string>

export type RefusalCode = keyof typeof sentences

/** A refusal with its sentence. */
export function refuse(code: RefusalCode, what = ''): DesktopRefusal {
  return { ok: false, code, message: sentences[code](what) }
}

const codesOfErrors: Readonly<Record<string, RefusalCode>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'not-a-file',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
  EIO: 'disk-error',
  JOURNAL_UNREADABLE: 'journal-unreadable',
  CANARY_DAMAGED: 'canary-damaged',
}

/** The refusal for an error of the file system, or `failed` for one nobody foresaw. */
export function refuseError(error: unknown, what: string): DesktopRefusal {
  return refuse(codesOfErrors[errorCode(error)] ?? 'failed', what)
}

/** The words of the question asked when the page does not answer a wish to close. */
export const closeQuestion = {
  message: 'Skytally has not confirmed that everything is saved.',
  detail: 'Wait if you want it to finish saving. Closing now may lose the edits of the last seconds.',
  buttons: ['Wait', 'Close without saving'],
} as const

/** The words of the question asked when the page's process has ended. */
export const pageGoneQuestion = {
  message: 'The page of Skytally has stopped working.',
  detail: 'Every edit that was shown as saved is kept. Load the page again to go on.',
  buttons: ['Load again', 'Close'],
} as const

/** The words shown when the program cannot start. */
export const startFailure = {
  title: 'Skytally could not start',
  detail: (folder: string, reason: string): string =>
    `Its folder ${folder} could not be prepared. Check that the disk has space and that you may write there, then start again.\n\n${reason}`,
} as const

/** The words of the question asked when a file was changed by somebody else since it was read. */
export function changedElsewhereQuestion(name: string) {
  return {
    message: `${name} was changed by another program since Skytally read it.`,
    detail: 'Replacing it discards that change. Saving under another name keeps both.',
    buttons: ['Save As…', 'Replace', 'Cancel'],
  } as const
}

export const dialogWords = {
  openTitle: 'Open a workbook',
  saveTitle: 'Save the workbook',
  exportTitle: 'Export',
  fileKind: 'Skytally workbook',
  anyFile: 'All files',
} as const
