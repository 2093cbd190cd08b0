import { messages } from '#shared/messages/messages.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { services, servicesOf } from '#pricing/services/registry.ts'
import { loadBook } from '#renderer/prices/load-book.ts'
import { openBookShelf } from '#renderer/storage/books.ts'
import { openStorage } from '#renderer/storage/storage.ts'
import { bookFor, followBook, stockBooks } from '#renderer/workspace/books.ts'
import { keepView } from '#renderer/workspace/kept-view.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { openKept, showStart } from '#renderer/workspace/open.ts'
import { keepPage } from '#renderer/workspace/page.ts'
import { readPreferences } from '#renderer/workspace/preferences.ts'
import { priceAnew } from '#renderer/workspace/price-anew.ts'
import { listWhenIdle } from '#renderer/workspace/price-list.ts'
import { supplies, supply, workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceSupplies } from '#renderer/workspace/types.ts'
import { handleAppCommands, openDroppedFiles } from './app-commands.ts'
import { attachDesktop } from './desktop-events.ts'
import { panelsAtFirst } from './narrow.ts'
import { addressedWorkbook, attachPage } from './page.ts'
import { bindRegions } from './regions.ts'
import { bindShortcuts } from './shortcuts.ts'

/** Opens prices and storage, wires the window, and shows where the person left off. Rejects when either cannot be opened. */
export async function startUp(): Promise<void> {
  const { theme, locale } = readPreferences(navigator.languages)
  workspace.setState({ theme, locale, panels: panelsAtFirst() })
  attachPage()
  handleAppCommands()
  bindShortcuts(window)
  bindRegions(window)
  const newId = () => crypto.randomUUID()
  const [bundled, storage] = await Promise.all([
    loadBook(),
    openStorage({ desktop: window.desktop, newId, now: () => new Date().toISOString() }),
  ])
  const { book } = bundled
  stockBooks({ bundled, shelf: openBookShelf() })
  supply({ newId, today, storage, ...engine() })
  workspace.setState({ book, services, report: storage.report, saveStatus: storage.status() })
  storage.onStatus((saveStatus) => workspace.setState({ saveStatus }))
  storage.onElsewhere((what, id) => void hearElsewhere(what, id))
  keepView()
  keepPage()
  followBook(priceAnew)
  openDroppedFiles()
  await showFirst()
  listWhenIdle(book)
  if (window.desktop !== undefined) attachDesktop(window.desktop)
}

/** Another window stored something: the open workbook is out of date, or the list of the start page is. */
async function hearElsewhere(what: 'changed' | 'upgraded', id: string | null): Promise<void> {
  const { workbook, screen } = workspace.getState()
  if (what === 'upgraded') notify({ kind: 'fault', ...messages.upgradedElsewhere() })
  else if (workbook !== null && workbook.id === id) notify({ kind: 'fault', ...messages.changedElsewhere() })
  else if (screen === 'start') workspace.setState({ recent: await supplies().storage.list() })
}

/** Lost work is spoken of before anything else is shown. */
async function showFirst(): Promise<void> {
  if (workspace.getState().report.kind !== 'fine') {
    workspace.setState({ screen: 'recovery' })
    return
  }
  const addressed = addressedWorkbook()
  if (addressed === null || !(await openKept(addressed))) await showStart()
}

function engine(): Pick<WorkspaceSupplies, 'calculate' | 'servicesOf'> {
  return {
    calculate: (workbook, declared) => createCalculator(workbook, { book: bookFor(workbook), services: declared }),
    servicesOf,
  }
}

/** The local date, ISO. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
