import { UnreadableFile } from './exchange/unreadable-file.tsx'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { Help } from './help/help.tsx'
import { Palette } from './palette/palette.tsx'
import { RecoveryPage } from './start/recovery-page.tsx'
import { StartPage } from './start/start-page.tsx'
import { Notices } from './ui/notices.tsx'
import { TooltipRoom } from './ui/tooltip.tsx'
import { closeWorkbook } from './workspace/open.ts'
import { backToSheet, usePage } from './workspace/page.ts'
import { part, usePart } from './workspace/parts.ts'
import { useWorkspace } from './workspace/store.ts'

/** The sheet and its grid are the larger half of the program: the start page does not wait for them. */
const workbookScreen = part(async () => (await import('./frame/workbook-screen.tsx')).WorkbookScreen)
const pricesScreen = part(async () => (await import('./frame/prices-screen.tsx')).PricesScreen)
const compareScreen = part(async () => (await import('./frame/compare-screen.tsx')).CompareScreen)

export function App() {
  return (
    <ErrorBoundary>
      <TooltipRoom>
        <Screen />
        <Palette />
        <UnreadableFile />
        <Help />
        <Notices />
      </TooltipRoom>
    </ErrorBoundary>
  )
}

function Screen() {
  const screen = useWorkspace((state) => state.screen)
  // Another workbook is another window: no view may carry its own state over.
  const workbook = useWorkspace((state) => state.workbook?.id)
  const page = usePage()
  const prices = usePart(
    pricesScreen,
    page === 'prices' && (screen === 'start' || screen === 'workbook'),
    'The list of prices',
    backToSheet,
  )
  const compare = usePart(compareScreen, page === 'compare' && screen === 'workbook', 'The comparison', backToSheet)
  const sheet = usePart(workbookScreen, screen === 'workbook', 'The sheet', backToStart)
  // What was there stays until the page that was asked for is here.
  if (prices !== null) return prices({})
  if (compare !== null) return compare({})
  switch (screen) {
    case 'loading':
      return <Loading />
    case 'recovery':
      return <RecoveryPage />
    case 'start':
      return <StartPage />
    case 'workbook':
      return sheet?.({ key: workbook }) ?? <Loading />
  }
}

const backToStart = () => void closeWorkbook()

function Loading() {
  return (
    <div className="frame-plain" role="status">
      Opening…
    </div>
  )
}

/** Fetches the sheet while nobody waits for it; where that fails it is fetched, and spoken of, when somebody does. */
export function preloadWorkbookScreen(): void {
  workbookScreen.load().catch(() => undefined)
}
