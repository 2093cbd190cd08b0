import type { ImportReport } from '#pricing/catalog/library.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What became of every record: what is not listed here was understood. */
export function ImportOutcome({ id, count, report }: { readonly id: string; readonly count: number; readonly report: ImportReport }) {
  const locale = useWorkspace((state) => state.locale)
  const number = (value: number): string => value.toLocaleString(locale)
  return (
    <div className="books-report" role="status">
      <p>
        <strong>{id}</strong> is kept on this machine: {number(count)} prices. {number(report.understood)} of {number(report.records)}{' '}
        records were understood.
      </p>
      <Lines
        heading="No service here knows these"
        lines={report.unknown.map(({ family, count: records }) => `${family === '' ? 'without a family' : family}: ${number(records)}`)}
      />
      <Lines heading="Left out on purpose" lines={report.leftOut.map(({ reason, count: records }) => `${reason}: ${number(records)}`)} />
      <Lines heading="Worth knowing" lines={report.warnings} />
    </div>
  )
}

/** Longer lists than this are told by their length. */
const most = 12

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <details className="books-lines">
      <summary>{`${heading} (${String(lines.length)})`}</summary>
      <ul>
        {lines.slice(0, most).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > most && <li>{`and ${String(lines.length - most)} more`}</li>}
      </ul>
    </details>
  )
}
