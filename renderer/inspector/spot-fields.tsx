import { useId } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { PurchaseShare } from '#shared/document/types.ts'
import { usualMonthHours } from '#shared/formula/index.ts'
import type { SpotEstimate } from '#pricing/calculator/types.ts'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import type { Printer } from '#renderer/ui/printer.ts'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { spotProblem } from './spot-problem.ts'
import type { SpotTime } from './spot-problem.ts'

type Spot = Extract<PurchaseShare, { readonly kind: 'spot' }>
type Props = {
  readonly share: Spot
  /** What the estimate says of it; null where it has no price. */
  readonly spot: SpotEstimate | null
  readonly which: string
  readonly change: (share: PurchaseShare) => Refusal | null
}

const FIELDS = [
  { key: 'interruption', label: 'Interrupted every', placeholder: '20 h, or 5% a month' },
  { key: 'checkpoint', label: 'Saving takes', placeholder: '5 min' },
  { key: 'restart', label: 'Starting again takes', placeholder: '10 min' },
] as const

/** What interruptions do to work on spot capacity: how often to save, and what a useful hour then costs. */
export function SpotFields({ share, spot, which, change }: Props) {
  return (
    <div className="purchase-spot">
      {FIELDS.map(({ key, label, placeholder }) => (
        <SpotField key={key} name={key} label={label} placeholder={placeholder} share={share} which={which} change={change} />
      ))}
      {spot !== null && <SpotWords spot={spot} />}
    </div>
  )
}

type FieldProps = Pick<Props, 'share' | 'which' | 'change'> & {
  readonly name: SpotTime
  readonly label: string
  readonly placeholder: string
}

function SpotField({ name, label, placeholder, share, which, change }: FieldProps) {
  const monthHours = useWorkspace((state) => (state.workbook === null ? usualMonthHours : settingsOf(state.workbook).month.hours))
  const text = share[name] ?? ''
  const problem = spotProblem(name, text, monthHours)
  const id = useId()
  return (
    <label className="purchase-spot-field">
      <span>{label}</span>
      <FormulaField
        label={`${label}, ${which}`}
        text={text}
        placeholder={placeholder}
        commit={(typed) => change(withTime(share, name, typed))}
        {...(problem === null ? {} : { describedBy: id })}
      />
      {problem !== null && (
        <span id={id} className="purchase-spot-problem">
          {told(problem)}
        </span>
      )}
    </label>
  )
}

function SpotWords({ spot }: { readonly spot: SpotEstimate }) {
  const printer = usePrinter()
  const { hourly, onDemand, overhead, interval, usefulInterval } = spot
  const saved = onDemand === 0 ? 0 : 1 - hourly / onDemand
  return (
    <div className="purchase-spot-words" role="status" data-testid="spot" data-overhead={overhead} data-hourly={hourly}>
      {interval !== null && usefulInterval !== null && (
        <p>
          Save every {timeWords(interval, printer)} (Young’s interval); for the most useful time every {timeWords(usefulInterval, printer)}.
        </p>
      )}
      {overhead > 0 && <p>Saving, repeating and restarting add {printer.share(overhead)} to each useful hour.</p>}
      <p>
        A useful hour costs {printer.precise(hourly)}, {printer.share(Math.abs(saved))} {saved >= 0 ? 'less' : 'more'} than{' '}
        {printer.precise(onDemand)} on demand.
      </p>
    </div>
  )
}

/** `1 h 50 min`, `12 min`. */
function timeWords(hours: number, printer: Printer): string {
  const minutes = Math.round(hours * 60)
  if (minutes < 60) return `${printer.number(minutes)} min`
  const rest = minutes % 60
  return rest === 0 ? `${printer.number(minutes / 60)} h` : `${printer.number(Math.floor(minutes / 60))} h ${printer.number(rest)} min`
}

function withTime(share: Spot, key: SpotTime, text: string): Spot {
  if (text.trim() !== '') return { ...share, [key]: text.trim() }
  const { [key]: _, ...rest } = share
  return rest
}
