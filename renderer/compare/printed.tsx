import { settingsOf } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { usePrinting } from '#renderer/ui/use-printing.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'
import { copiedTable } from './copy.ts'
import { linesOf } from './lines.ts'
import { useCompare } from './state.ts'
import type { Compared } from './use-comparison.ts'

type Props = { readonly document: Workbook; readonly compared: Compared }

/** What stands over the comparison on paper, and the whole table: on screen only the lines in sight are in the page. */
export function PrintedComparison({ document, compared }: Props) {
  const view = useCompare((state) => state.view)
  if (!usePrinting()) return null
  return (
    <article className="compare-paper">
      <PaperHead document={document} compared={compared} />
      {view === 'table' && <PaperTable compared={compared} />}
    </article>
  )
}

function PaperHead({ document, compared: { comparison } }: Props) {
  const locale = useWorkspace((state) => state.locale)
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(`${supplies().today()}T12:00:00`))
  const { subjects, baseline } = comparison
  const books = [...new Set(subjects.map(({ priceBook }) => priceBook))].join(', ')
  return (
    <header>
      <h1>{settingsOf(document).name}: comparison</h1>
      <p>
        {today} · prices {books} · {subjects[baseline]?.currency ?? ''} a month · compared with {subjects[baseline]?.name ?? ''}
      </p>
    </header>
  )
}

function PaperTable({ compared: { comparison } }: { readonly compared: Compared }) {
  const options = useCompare((state) => state)
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const lines = linesOf(comparison, options)
  const names = comparison.subjects.map(({ name }) => name)
  const table = copiedTable(names, comparison.baseline, lines, printer, locale)
  return (
    <table>
      <thead>
        <tr>
          {table.head.map((text, at) => (
            <th key={`${String(at)} ${text}`} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.lines.map(({ cells, strong = false }, at) => (
          <tr key={lines[at]?.key} data-strong={strong || undefined} data-level={lines[at]?.level}>
            {cells.map(({ text }, column) => (
              <td key={table.head[column]}>{text.trim()}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
