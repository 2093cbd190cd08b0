import { useCallback, useMemo } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { horizonOf, withHorizon } from '#pricing/analysis/horizon.ts'
import { Chart } from '#renderer/charts/chart.tsx'
import { useChartText } from '#renderer/charts/chart-text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { workOn } from '#renderer/workspace/engine-work.ts'
import type { Work } from '#renderer/workspace/worker-door.ts'
import { supplies } from '#renderer/workspace/store.ts'
import { useWork } from '#renderer/workspace/use-work.ts'
import { subjectOf } from './designs.ts'
import { endings, monthsShape, monthsTable } from './months.ts'
import type { Months } from './months.ts'
import type { Chosen } from './use-comparison.ts'

const title = 'Month by month'

/** What each design costs in every month of the horizon, with growth and with commitments that end. */
export function MonthsChart({ document, chosen }: { readonly document: Workbook; readonly chosen: Chosen }) {
  const begin = useCallback(() => monthsOf(chosen, document), [chosen, document])
  const { progress, stop } = useWork(begin)
  if (progress.state === 'done') return <Lines designs={progress.result} />
  return (
    <section className="chart">
      <h3>{title}</h3>
      {progress.state === 'working' && (
        <p className="compare-nothing" role="status">
          <progress aria-label="Computing the months" /> Computing the months…{' '}
          <Button kind="quiet" onClick={stop}>
            Cancel
          </Button>
        </p>
      )}
      {progress.state === 'idle' && <p className="compare-nothing">Not computed.</p>}
      {progress.state === 'failed' && (
        <p className="compare-nothing" role="alert">
          {progress.message}
        </p>
      )}
    </section>
  )
}

function Lines({ designs }: { readonly designs: readonly Months[] }) {
  const printer = usePrinter()
  const text = useChartText()
  const shape = useMemo(() => monthsShape(designs), [designs])
  const table = useMemo(() => monthsTable(designs, printer), [designs, printer])
  const ends = useMemo(() => endings(designs), [designs])
  return (
    <Chart title={title} shape={shape} text={text} table={table}>
      {ends.length > 0 && (
        <ul className="compare-endings" aria-label="What ends when">
          {ends.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Chart>
  )
}

/** One design after the other, in a worker; ending it ends the one that runs. */
function monthsOf({ designs, baseline }: Chosen, document: Workbook): Work<readonly Months[]> {
  const subjects = designs.map((design) => subjectOf(design, document))
  const base = subjects[baseline]
  let running: Work<unknown> | null = null
  let over = false
  const compute = async (): Promise<readonly Months[]> => {
    const found: Months[] = []
    for (const { name, workbook } of subjects) {
      if (over || base === undefined) break
      const horizon = horizonOf(base.workbook, supplies().today())
      const work = workOn(withHorizon(workbook, horizon), (engine, given) => engine.forecast(given, horizon.months))
      running = work
      found.push({ name, workbook, forecast: await work.outcome })
    }
    return found
  }
  const stop = () => {
    over = true
    running?.stop()
  }
  return { outcome: compute(), stop }
}
