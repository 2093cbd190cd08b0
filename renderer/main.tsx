import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { messages } from '#shared/messages/messages.ts'
import { App, preloadWorkbookScreen } from './app.tsx'
import { FailedStart } from './frame/failed-start.tsx'
import { addressedWorkbook } from './frame/page.ts'
import { startUp } from './frame/start-up.ts'
import { trustOwnWorkers } from './frame/trusted-types.ts'
import { watchStyles } from './workspace/missing-styles.ts'
import './ui/tokens.css'
import './ui/base.css'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element called root.')
trustOwnWorkers()
watchStyles(document)
const root = createRoot(place)

root.render(
  <StrictMode>
    <App />
  </StrictMode>,
)

// An address that names a workbook will need the sheet: it is fetched beside the prices and not after them.
if (addressedWorkbook() !== null) preloadWorkbookScreen()

startUp().then(preloadWorkbookScreen, (fault: unknown) => {
  root.render(<FailedStart {...messages.cannotStart(fault)} />)
})
