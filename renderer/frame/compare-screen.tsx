import { CompareView } from '#renderer/compare/compare-view.tsx'
import { pickWorkbook } from '#renderer/exchange/exchange.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { TopBar } from './top-bar.tsx'
import './frame.css'
import './print.css'

/** The comparison in the place of the sheet. */
export function CompareScreen() {
  const document = useWorkspace((state) => state.document)
  return (
    <div className="frame-page">
      <TopBar />
      {document !== null && <CompareView key={document.id} document={document} pick={pickWorkbook} />}
    </div>
  )
}
