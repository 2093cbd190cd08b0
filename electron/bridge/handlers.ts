import { z } from 'zod'
import type { DesktopActs, DesktopResult } from '#shared/desktop.ts'
import { canaryShape } from '../canary.ts'
import { longestWorkbookId } from '../journal/fileName.ts'
import { refuse, refuseError } from '../messages.ts'
import type { ActName } from './channels.ts'

/** One act with its arguments unchecked. Never rejects: every failure is an answer. */
export type Handler = (given: readonly unknown[]) => Promise<DesktopResult<unknown>>

const mostCharacters = 64 * 1024 * 1024
const mostBytes = 256 * 1024 * 1024

const text = z.string().max(mostCharacters)
const token = z.string().min(1).max(100)
const suggestedName = z.string().max(1000)
const extension = z.string().regex(/^[a-z]{1,8}$/)
const bytes = z.instanceof(Uint8Array).refine((given) => given.length <= mostBytes)
const workbook = z
  .string()
  .min(1)
  .refine((id) => Buffer.byteLength(id, 'utf8') <= longestWorkbookId && !/\p{Surrogate}/u.test(id))
const record = z.strictObject({ workbook, revision: z.number().int().nonnegative(), json: text })

/** Every act of the bridge behind a check of what the page handed in. */
export function checkedHandlers(acts: DesktopActs): Readonly<Record<ActName, Handler>> {
  return {
    openFile: checked('openFile', z.tuple([]), () => acts.openFile()),
    readFile: checked('readFile', z.tuple([token]), (given) => acts.readFile(given)),
    saveFile: checked(
      'saveFile',
      z.tuple([z.strictObject({ token: token.nullable(), suggestedName: z.string().max(1000), text })]),
      (request) => acts.saveFile(request),
    ),
    saveExport: checked('saveExport', z.tuple([z.strictObject({ suggestedName, extension, bytes })]), (request) =>
      acts.saveExport(request),
    ),
    savePdf: checked('savePdf', z.tuple([z.strictObject({ suggestedName, html: text })]), (request) => acts.savePdf(request)),
    recentFiles: checked('recentFiles', z.tuple([]), () => acts.recentFiles()),
    journalAppend: checked('journalAppend', z.tuple([record]), (given) => acts.journalAppend(given)),
    journalRead: checked('journalRead', z.tuple([workbook]), (id) => acts.journalRead(id)),
    journalCheckpoint: checked('journalCheckpoint', z.tuple([record]), (given) => acts.journalCheckpoint(given)),
    journalList: checked('journalList', z.tuple([]), () => acts.journalList()),
    journalForget: checked('journalForget', z.tuple([workbook]), (id) => acts.journalForget(id)),
    canaryRead: checked('canaryRead', z.tuple([]), () => acts.canaryRead()),
    canaryWrite: checked('canaryWrite', z.tuple([canaryShape]), (state) => acts.canaryWrite(state)),
    setDocument: checked('setDocument', z.tuple([z.strictObject({ name: z.string().max(1000), unsaved: z.boolean() })]), (state) =>
      acts.setDocument(state),
    ),
    setTheme: checked('setTheme', z.tuple([z.enum(['system', 'light', 'dark'])]), (theme) => acts.setTheme(theme)),
    openExternal: checked('openExternal', z.tuple([z.string().max(4000)]), (url) => acts.openExternal(url)),
    priceAsk: checked(
      'priceAsk',
      z.tuple([z.strictObject({ url: z.string().max(4000), headers: z.record(z.string().max(100), z.string().max(4000)) })]),
      (request) => acts.priceAsk(request),
    ),
    priceRead: checked('priceRead', z.tuple([token]), (name) => acts.priceRead(name)),
    priceEnd: checked('priceEnd', z.tuple([token]), (name) => acts.priceEnd(name)),
    closeReady: checked('closeReady', z.tuple([]), () => acts.closeReady()),
  }
}

function checked<Args extends readonly unknown[]>(
  name: ActName,
  shape: z.ZodType<Args>,
  act: (...args: Args) => Promise<DesktopResult<unknown>>,
): Handler {
  return async (given) => {
    const parsed = shape.safeParse(given)
    if (!parsed.success) return refuse('bad-request', name)
    try {
      return await act(...parsed.data)
    } catch (error) {
      return refuseError(error, subjects[name] ?? name)
    }
  }
}

/** What an act works on, in words for the person. */
const subjects: Partial<Record<ActName, string>> = {
  openFile: 'the file',
  readFile: 'the file',
  saveFile: 'the file',
  saveExport: 'the export',
  savePdf: 'the PDF',
  recentFiles: 'the list of recent files',
  journalAppend: 'the journal of your edits',
  journalRead: 'the journal of your edits',
  journalCheckpoint: 'the journal of your edits',
  journalList: 'the journal of your edits',
  journalForget: 'the journal of your edits',
  canaryRead: 'the record of what was stored',
  canaryWrite: 'the record of what was stored',
  priceAsk: 'the price endpoint',
  priceRead: 'the price endpoint',
}
