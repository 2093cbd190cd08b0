import { useState } from 'react'
import { SummaryBand } from '#renderer/budgets/summary-band.tsx'
import { DriversPanel } from '#renderer/drivers/drivers-panel.tsx'
import { ExportAsked } from '#renderer/exchange/export-dialog.tsx'
import { FormulaBar } from '#renderer/formula-bar/formula-bar.tsx'
import { Inspector } from '#renderer/inspector/inspector.tsx'
import { TabBar } from '#renderer/scenarios/tab-bar.tsx'
import { Sheet } from '#renderer/sheet/sheet.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { readPreferences, rememberPreferences } from '#renderer/workspace/preferences.ts'
import { roomFor, useNarrow } from './narrow.ts'
import { PlanningDialogs } from './planning-dialogs.tsx'
import { PrintPage } from './print-page.tsx'
import { SaveStatus } from './save-status.tsx'
import { Split } from './split.tsx'
import { TopBar } from './top-bar.tsx'
import './frame.css'

/** The window of an open workbook: the views and where they stand. */
export function WorkbookScreen() {
  const panels = roomFor(
    useWorkspace((state) => state.panels),
    useNarrow(),
  )
  const [widths, setWidths] = useState(() => readPreferences(navigator.languages).widths)
  const resize = (side: keyof typeof widths, width: number) => {
    const next = { ...widths, [side]: width }
    setWidths(next)
    rememberPreferences({ widths: next })
  }
  return (
    <>
      <PrintPage />
      <div className="frame">
        <TopBar />
        <section className="frame-formula" aria-label="Formula">
          <FormulaBar />
          <SaveStatus />
        </section>
        <div className="frame-middle">
          {panels.drivers && (
            <aside className="frame-panel" aria-label="Drivers" style={{ inlineSize: widths.drivers }}>
              <DriversPanel />
            </aside>
          )}
          <main className="frame-centre">
            <SummaryBand />
            <div className="frame-sheet">
              <Sheet />
            </div>
            {panels.drivers && (
              <Split
                label="Width of the drivers panel"
                panel="before"
                width={widths.drivers}
                least={180}
                most={480}
                onResize={(width) => resize('drivers', width)}
              />
            )}
            {panels.inspector && (
              <Split
                label="Width of the inspector"
                panel="after"
                width={widths.inspector}
                least={240}
                most={640}
                onResize={(width) => resize('inspector', width)}
              />
            )}
          </main>
          {panels.inspector && (
            <aside className="frame-panel" aria-label="Inspector" style={{ inlineSize: widths.inspector }}>
              <Inspector />
            </aside>
          )}
        </div>
        <TabBar />
        <PlanningDialogs />
        <ExportAsked />
      </div>
    </>
  )
}
