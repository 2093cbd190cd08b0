import { lazy, Suspense } from 'react'
import { UnreadableFile } from './exchange/unreadable-file.tsx'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { Help } from './help/help.tsx'
import { Palette } from './palette/palette.tsx'
import { RecoveryPage } from './start/recovery-page.tsx'
import { StartPage } from './start/start-page.tsx'
import { Notices } from './ui/notices.tsx'
import { TooltipRoom } from './ui/tooltip.tsx'
import { usePage } from './workspace/page.ts'
import { useWorkspace } from './workspace/store.ts'

/** The sheet and its grid are the larger half of the program: the start page does not wait for them. */
const loadWorkbookScreen = () => import('./frame/workbook-screen.tsx')
const PricesScreen = lazy(async () => ({ default: (await import('./frame/prices-screen.tsx')).PricesScreen }))
const CompareScreen = lazy(async () => ({ default: (await import('./frame/compare-screen.tsx')).CompareScreen }))
const WorkbookScreen = lazy(async () => ({ default: (await loadWorkbookScreen()).WorkbookScreen }))

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
  if (page === 'prices' && (screen === 'start' || screen === 'workbook')) {
    return (
      <Suspense fallback={<Loading />}>
        <PricesScreen />
      </Suspense>
    )
  }
  if (page === 'compare' && screen === 'workbook') {
    return (
      <Suspense fallback={<Loading />}>
        <CompareScreen />
      </Suspense>
    )
  }
  switch (screen) {
    case 'loading':
      return <Loading />
    case 'recovery':
      return <RecoveryPage />
    case 'start':
      return <StartPage />
    case 'workbook':
      return (
        <Suspense fallback={<Loading />}>
          <WorkbookScreen key={workbook} />
        </Suspense>
      )
  }
}

function Loading() {
  return (
    <div className="frame-plain" role="status">
      Opening…
    </div>
  )
}

/** Fetches the sheet while nobody waits for it. */
export function preloadWorkbookScreen(): void {
  void loadWorkbookScreen()
}
