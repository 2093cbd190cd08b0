import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { messages } from '#shared/messages/messages.ts'
import type { ViewState } from '#renderer/storage/types.ts'
import { fetchBookOf } from './books.ts'
import { figuresAnew, forgetHistory, rememberTotal, summaryTotal } from './edit.ts'
import { readColumns } from './columns.ts'
import { notify } from './notices.ts'
import { readGroupBy, readSelection } from './kept-view.ts'
import { namesAtFault } from './scenario-names.ts'
import { supplies, workspace } from './store.ts'
import type { WorkspaceState } from './types.ts'

/** Shows the start page (or what was lost and found) with the workbooks kept here. */
export async function showStart(): Promise<void> {
  const { storage } = supplies()
  const recent = await storage.list()
  workspace.setState({ ...closed, screen: 'start', recent, report: storage.report })
}

/** Opens a workbook kept on this machine where it was left. Shows a notice and stays where it is when it cannot be read. */
export async function openKept(id: Id): Promise<boolean> {
  try {
    const opened = await supplies().storage.open(id)
    await fetchBookOf(opened.workbook)
    show(opened.workbook, opened.view, null)
    rememberTotal(id, opened.total)
    return true
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotOpen(fault) })
    return false
  }
}

/** Keeps a workbook that is new to this machine and opens it. */
export async function openNew(workbook: Workbook, file: WorkspaceState['file'] = null): Promise<boolean> {
  const { storage } = supplies()
  try {
    await storage.create(workbook)
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotKeep(fault) })
    return false
  }
  await fetchBookOf(workbook)
  show(workbook, null, file)
  const { calculator } = workspace.getState()
  if (calculator !== null) storage.save(workbook, [], { total: summaryTotal(workbook, calculator) })
  return true
}

/** An empty workbook. */
export function openEmpty(): Promise<boolean> {
  const { newId, today } = supplies()
  return openNew(newWorkbook(newId(), messages.untitled(), today()))
}

/** A workbook from a file's text; `ok: false` carries what is wrong with it and nothing was opened. */
export async function openText(text: string, file: WorkspaceState['file']): Promise<ReturnType<typeof readWorkbook>> {
  const read = readWorkbook(text, supplies().newId)
  if (!read.ok) return read
  if (await openNew({ ...read.workbook, id: supplies().newId() }, file)) sayNames(read.workbook)
  return read
}

/**
 * A workbook from a file somebody chose. A file whose workbook is kept here as it stands in the file is that workbook: it is shown,
 * and no second one is made. `ok: false` carries what is wrong with the file and nothing was opened.
 */
export async function openFileText(text: string, file: NonNullable<WorkspaceState['file']>): Promise<ReturnType<typeof readWorkbook>> {
  const { storage, newId } = supplies()
  const read = readWorkbook(text, newId)
  if (!read.ok) return read
  const kept = new Set((await storage.list()).map((summary) => summary.id))
  const known = [...fileTexts].find(([id, one]) => one.text === text && kept.has(id))?.[0]
  const same = known ?? (kept.has(read.workbook.id) ? read.workbook.id : null)
  if (same !== null && (await showSame(same, known === undefined ? writeWorkbook(read.workbook) : null, file))) return read
  const own = read.workbook.id
  const id = kept.has(own) || !ordinaryId.test(own) ? newId() : own
  const workbook = { ...read.workbook, id }
  if (await openNew(workbook, file)) {
    rememberFileText(id, text, writeWorkbook(workbook))
    sayNames(workbook)
  }
  return read
}

function sayNames(workbook: Workbook): void {
  const notice = namesAtFault(workbook)
  if (notice !== null) notify(notice)
}

/** Ids come from files here, and become names of files elsewhere. */
const ordinaryId = /^[\w-]{1,64}$/

/** Shows a workbook kept here if it is written as `text` (null: whatever it holds, and what the file lacks of that is unsaved). */
async function showSame(id: Id, text: string | null, file: NonNullable<WorkspaceState['file']>): Promise<boolean> {
  const { document } = workspace.getState()
  const filed = text ?? fileTexts.get(id)?.written
  if (document?.id === id) {
    const unsaved = writeWorkbook(document) !== filed
    if (text !== null && unsaved) return false
    setFile({ ...file, unsaved })
    notify({ kind: 'info', message: messages.fileOpenAlready(file.name) })
    return true
  }
  try {
    const opened = await supplies().storage.open(id)
    const unsaved = writeWorkbook(opened.workbook) !== filed
    if (text !== null && unsaved) return false
    await fetchBookOf(opened.workbook)
    show(opened.workbook, opened.view, { ...file, unsaved })
    rememberTotal(id, opened.total)
    return true
  } catch {
    // Open in another window, or not to be read: the file is opened as a workbook of its own.
    return false
  }
}

/**
 * Texts of the files that workbooks were opened from or written to in this window, and how the workbook itself is written: files written
 * by hand carry no ids.
 */
const fileTexts = new Map<Id, { readonly text: string; readonly written: string }>()
const mostFileTexts = 8

/** The workbook now stands in a file as this text. `written`: as it is written here, where the file was written by somebody else. */
export function rememberFileText(id: Id, text: string, written = text): void {
  fileTexts.delete(id)
  fileTexts.set(id, { text, written })
  const [oldest] = fileTexts.keys()
  if (fileTexts.size > mostFileTexts && oldest !== undefined) fileTexts.delete(oldest)
}

/** The text of a workbook's file as it was opened or saved last in this window; null where there was none. */
export function fileTextOf(id: Id): string | null {
  return fileTexts.get(id)?.text ?? null
}

/** The file the open workbook was written to or read from. */
export function setFile(file: WorkspaceState['file']): void {
  workspace.setState({ file })
}

/** The open workbook as the text of a `.skytally` file, or null when none is open. */
export function openWorkbookText(): string | null {
  const { document } = workspace.getState()
  return document === null ? null : writeWorkbook(document)
}

/** Waits until everything is kept, then goes back to the start page. An edit that cannot be kept keeps the workbook open. */
export async function closeWorkbook(): Promise<void> {
  try {
    await supplies().storage.flush()
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotKeep(fault) })
    return
  }
  await showStart()
}

/** Brings the list of workbooks kept here up to date; a list that cannot be read stays as it was. */
export async function refreshRecent(): Promise<void> {
  try {
    workspace.setState({ recent: await supplies().storage.list() })
  } catch {
    return
  }
}

/** Forgets a workbook kept on this machine. */
export async function forgetWorkbook(id: Id): Promise<void> {
  await supplies().storage.remove(id)
  workspace.setState({ recent: await supplies().storage.list() })
}

const closed = {
  document: null,
  scenario: null,
  workbook: null,
  calculator: null,
  selection: [],
  collapsed: new Set<string>(),
  groupBy: 'group' as const,
  scrollRow: 0,
  file: null,
  canUndo: null,
  canRedo: null,
}

function show(document: Workbook, view: ViewState | null, file: WorkspaceState['file']): void {
  const { panels } = workspace.getState()
  const scenario = view?.scenario !== undefined && view.scenario !== null && document.scenarios.has(view.scenario) ? view.scenario : null
  rememberTotal(document.id, null)
  const shown = figuresAnew(document, scenario)
  const groupBy = readGroupBy(view?.groupBy)
  forgetHistory()
  workspace.setState({
    ...closed,
    screen: 'workbook',
    document,
    scenario,
    ...shown,
    groupBy,
    selection: readSelection(view?.selection, shown.workbook, { groupBy, services: shown.services }),
    collapsed: new Set(view?.collapsed),
    scrollRow: view?.scrollRow ?? 0,
    columns: readColumns(view?.columns),
    panels: { drivers: view?.panels['drivers'] ?? panels.drivers, inspector: view?.panels['inspector'] ?? panels.inspector },
    file,
  })
}
