import { useMemo } from 'react'
import { settingsOf } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { horizonOf, withHorizon } from '#pricing/analysis/horizon.ts'
import { scopeLabel } from '#renderer/ui/budget-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { workOn } from '#renderer/workspace/engine-work.ts'
import type { Work } from '#renderer/workspace/worker-door.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'
import { useWork } from '#renderer/workspace/use-work.ts'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastTable } from './forecast-table.tsx'
import { HorizonFields } from './horizon-fields.tsx'
import { sentencesOf } from './sentences.ts'
import './forecast.css'

/** The workbook month by month: what growth, later limits and commitments that end make of it. */
export function ForecastDialog({ onClose }: { readonly onClose: () => void }) {
  const workbook = useWorkspace((state) => state.workbook)
  const begin = useMemo(() => (workbook === null ? null : () => forecastOf(workbook)), [workbook])
  const { progress, stop } = useWork(begin)
  if (workbook === null) return null
  return (
    <Dialog title="Forecast" onClose={onClose} size="wide" live>
      <HorizonFields settings={settingsOf(workbook)} />
      {progress.state === 'working' && (
        <p className="forecast-working" role="status">
          <progress aria-label="Computing the months" /> Computing {horizonOf(workbook, supplies().today()).months} months…
          <Button kind="quiet" onClick={stop}>
            Cancel
          </Button>
        </p>
      )}
      {progress.state === 'idle' && <p className="forecast-note">Not computed. Change the horizon or a figure to compute it again.</p>}
      {progress.state === 'failed' && (
        <p className="forecast-failed" role="alert">
          {progress.message}
        </p>
      )}
      {progress.state === 'done' && <Outcome forecast={progress.result} workbook={workbook} />}
    </Dialog>
  )
}

/** Months have names also where nobody has set a horizon yet. */
function forecastOf(workbook: Workbook): Work<Forecast> {
  const horizon = horizonOf(workbook, supplies().today())
  return workOn(withHorizon(workbook, horizon), (engine, design) => engine.forecast(design, horizon.months))
}

function Outcome({ forecast, workbook }: { readonly forecast: Forecast; readonly workbook: Workbook }) {
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const sentences = sentencesOf(forecast, workbook, scopeWords, locale)
  const unknown = forecast.months.reduce((most, { total }) => Math.max(most, total.unknown + total.problems), 0)
  return (
    <>
      <dl className="forecast-sums">
        <div>
          <dt>All {forecast.months.length} months</dt>
          <dd data-testid="forecast-total" data-value={forecast.total}>
            {printer.money(forecast.total)}
          </dd>
        </div>
        {forecast.yearlyRate !== null && forecast.presentValue !== null && (
          <div>
            <dt>Worth today at {printer.share(forecast.yearlyRate)} a year</dt>
            <dd data-testid="forecast-present" data-value={forecast.presentValue}>
              {printer.money(forecast.presentValue)}
            </dd>
          </div>
        )}
      </dl>
      <ul className="forecast-sentences" aria-label="What happens when">
        {forecast.yearlyRate === null && <li>What all of it is worth today is not known: the yearly rate cannot be read.</li>}
        {unknown > 0 && <li>{unknown === 1 ? '1 figure is' : `${String(unknown)} figures are`} not known and in none of these sums.</li>}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ForecastChart forecast={forecast} />
      <ForecastTable forecast={forecast} scopeName={scopeWords} />
    </>
  )
}

/** `the whole workbook`, `Group Serving`, `Tag team=ml`. */
function scopeWords(text: string): string {
  return text.trim() === 'total' ? 'the whole workbook' : scopeLabel(text)
}
