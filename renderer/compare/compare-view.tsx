import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Menu, MenuItem } from '#renderer/ui/menu.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { forgetAsked, useAskedDesigns } from '#renderer/workspace/designs.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { backToSheet } from '#renderer/workspace/page.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { PickWorkbook } from './add-design.tsx'
import { asHtml, asMarkdown, asTsv, copiedTable } from './copy.ts'
import type { CopiedTable } from './copy.ts'
import { DesignsBar } from './designs-bar.tsx'
import { designsOf } from './designs.ts'
import type { Design } from './designs.ts'
import { snapshotSource } from './snapshots.ts'
import { linesOf } from './lines.ts'
import { Matrix } from './matrix.tsx'
import { beginWith, changeCompare, compareState, useCompare } from './state.ts'
import { comparable, useComparison } from './use-comparison.ts'
import type { Chosen, Compared } from './use-comparison.ts'
import './compare.css'

const Charts = lazy(async () => ({ default: (await import('./charts-panel.tsx')).ChartsPanel }))

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
      <Head compared={compared} />
      <DesignsBar document={document} chosen={chosen} pick={pick} />
      <Body chosen={chosen} compared={compared} />
    </main>
  )
}

/** The designs that another view asked for; all scenarios where nothing was asked and nothing chosen yet. */
function useBeginning(document: Workbook): void {
  const asked = useAskedDesigns()
  useEffect(() => {
    const then = asked.snapshot === null ? null : snapshotSource(document, asked.snapshot)
    const own = asked.scenarios.map((scenario): Design => ({ kind: 'own', scenario }))
    const wanted: readonly Design[] = then === null ? own : [{ kind: 'other', source: then, scenario: null }, ...own]
    if (wanted.length > 1) {
      beginWith(document.id, wanted)
      forgetAsked()
    } else if (compareState.getState().workbook !== document.id) beginWith(document.id, designsOf(document, null).slice(0, 8))
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
      {compared !== null && <CopyMenu compared={compared} />}
    </PageHead>
  )
}

function CopyMenu({ compared }: { readonly compared: Compared }) {
  const copy = useCopy(compared)
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" icon={<ChevronDown />}>
          Copy
        </Button>
      }
    >
      <MenuItem onSelect={() => void copy('table')}>For a spreadsheet or a text</MenuItem>
      <MenuItem onSelect={() => void copy('html')}>As HTML</MenuItem>
      <MenuItem onSelect={() => void copy('markdown')}>As Markdown</MenuItem>
    </Menu>
  )
}

/** Copies what the table shows: `table` as TSV and as an HTML table at once, the others as the text of that format. */
function useCopy({ comparison }: Compared): (form: 'table' | 'html' | 'markdown') => Promise<void> {
  const options = useCompare((state) => state)
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  return async (form) => {
    const table = copiedTable(
      comparison.subjects.map(({ name }) => name),
      comparison.baseline,
      linesOf(comparison, options),
      printer,
      locale,
    )
    try {
      await write(form, table, locale)
      notify({ kind: 'info', message: 'The comparison is on the clipboard.' })
    } catch {
      notify({
        kind: 'refusal',
        message: 'The browser did not let the page write to the clipboard.',
        fix: 'Allow it for this page and copy again.',
      })
    }
  }
}

async function write(form: 'table' | 'html' | 'markdown', table: CopiedTable, locale: string): Promise<void> {
  if (form === 'html') return navigator.clipboard.writeText(asHtml(table))
  if (form === 'markdown') return navigator.clipboard.writeText(asMarkdown(table))
  const decimal = (1.5).toLocaleString(locale).charAt(1)
  const item = new ClipboardItem({
    'text/plain': new Blob([asTsv(table, decimal)], { type: 'text/plain' }),
    'text/html': new Blob([asHtml(table)], { type: 'text/html' }),
  })
  return navigator.clipboard.write([item])
}

function Body({ chosen, compared }: { readonly chosen: Chosen; readonly compared: Compared | null }) {
  const view = useCompare((state) => state.view)
  if (chosen.designs.length < 2) {
    return (
      <p className="compare-nothing">
        A comparison needs two designs. Add a scenario with ＋ at the foot of the sheet, or add another workbook here.
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
  return view === 'table' ? (
    <Table compared={compared} />
  ) : (
    <Suspense fallback={<p className="compare-nothing">Drawing…</p>}>
      <Charts comparison={compared.comparison} explained={compared.explained} />
    </Suspense>
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
      <Matrix comparison={compared.comparison} lines={lines} copy={() => void copy('table')} />
      {onlyDifferences && same && <p className="compare-nothing">No row costs more or less in any of these designs.</p>}
      {!compared.explained && (
        <p className="ui-hidden" role="status">
          Finding out why they differ…
        </p>
      )}
    </>
  )
}
