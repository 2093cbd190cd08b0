import { useEffect, useMemo, useRef } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { forgetAsked, useAskedDesigns } from '#renderer/workspace/designs.ts'
import { backToSheet } from '#renderer/workspace/page.ts'
import { part, usePart } from '#renderer/workspace/parts.ts'
import type { PickWorkbook } from './add-design.tsx'
import { CopyMenu, useCopy } from './copy-menu.tsx'
import { DesignsBar } from './designs-bar.tsx'
import { allDesigns, chosenCount, wantedDesigns } from './beginning.ts'
import { linesOf } from './lines.ts'
import { Matrix } from './matrix.tsx'
import { PrintedComparison } from './printed.tsx'
import { beginWith, changeCompare, compareState, useCompare } from './state.ts'
import { comparable, useComparison } from './use-comparison.ts'
import type { Chosen, Compared } from './use-comparison.ts'
import './compare.css'

const charts = part(async () => (await import('./charts-panel.tsx')).ChartsPanel)

const backToTable = () => changeCompare({ view: 'table' })

/** Designs side by side, over the whole window: what each costs, what they differ in, and why. */
export function CompareView({ document, pick }: { readonly document: Workbook; readonly pick: PickWorkbook }) {
  useBeginning(document)
  const designs = useCompare((state) => state.designs)
  const baseline = useCompare((state) => state.baseline)
  const chosen = useMemo(() => comparable(designs, baseline, document), [designs, baseline, document])
  const compared = useComparison(chosen)
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && window.document.querySelector('dialog[open], [role="menu"]') === null)
        backToSheet()
    }
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [])
  return (
    <main className="compare" aria-label="Compare">
      {compared !== null && <PrintedComparison document={document} compared={compared} />}
      <Head compared={compared} />
      <DesignsBar document={document} chosen={chosen} pick={pick} />
      <Body document={document} chosen={chosen} compared={compared} />
    </main>
  )
}

/** The designs that another view asked for; on opening all there are, where nothing was asked and fewer than two are chosen. */
function useBeginning(document: Workbook): void {
  const asked = useAskedDesigns()
  const opening = useRef(true)
  useEffect(() => {
    const wanted = asked === null ? null : wantedDesigns(asked, document)
    if (wanted !== null) {
      beginWith(document.id, wanted)
      forgetAsked()
    } else if (compareState.getState().workbook !== document.id || (opening.current && chosenCount(document) < 2)) {
      beginWith(document.id, allDesigns(document))
    }
    opening.current = false
  }, [asked, document])
}

const tabs = [
  { id: 'table', label: 'Table' },
  { id: 'charts', label: 'Charts' },
] as const

function Head({ compared }: { readonly compared: Compared | null }) {
  const view = useCompare((state) => state.view)
  const onlyDifferences = useCompare((state) => state.onlyDifferences)
  return (
    <PageHead
      title="Compare"
      backLabel="Back to the sheet"
      onBack={backToSheet}
      tabs={tabs}
      tab={view}
      onTab={(next) => changeCompare({ view: next })}
    >
      {view === 'table' && (
        <label className="compare-switch">
          <input type="checkbox" checked={onlyDifferences} onChange={(event) => changeCompare({ onlyDifferences: event.target.checked })} />
          Only differences
        </label>
      )}
      {view === 'table' && compared !== null && <CopyMenu compared={compared} />}
    </PageHead>
  )
}

type BodyProps = { readonly document: Workbook; readonly chosen: Chosen; readonly compared: Compared | null }

function Body({ document, chosen, compared }: BodyProps) {
  const view = useCompare((state) => state.view)
  const drawn = usePart(charts, view === 'charts', 'The charts', backToTable)
  if (chosen.designs.length < 2) {
    return (
      <p className="compare-nothing">
        A comparison needs two designs. Add a scenario with + at the foot of the sheet, or add another workbook here.
      </p>
    )
  }
  if (compared === null) {
    return (
      <p className="compare-nothing" role="status">
        Comparing…
      </p>
    )
  }
  if (view === 'table') return <Table compared={compared} />
  return (
    drawn?.({ document, chosen, comparison: compared.comparison, explained: compared.explained }) ?? (
      <p className="compare-nothing">Drawing…</p>
    )
  )
}

function Table({ compared }: { readonly compared: Compared }) {
  const onlyDifferences = useCompare((state) => state.onlyDifferences)
  const folded = useCompare((state) => state.folded)
  const opened = useCompare((state) => state.opened)
  const copy = useCopy(compared)
  const lines = useMemo(
    () => linesOf(compared.comparison, { onlyDifferences, folded, opened }),
    [compared.comparison, onlyDifferences, folded, opened],
  )
  const same = compared.comparison.rows.every((row) => !row.differs)
  return (
    <>
      <Matrix comparison={compared.comparison} lines={lines} copy={() => copy('table')} />
      {onlyDifferences && same && <p className="compare-nothing">No row costs more or less in any of these designs.</p>}
      {!compared.explained && (
        <p className="ui-hidden" role="status">
          Finding out why they differ…
        </p>
      )}
    </>
  )
}
