import type { Refusal } from '#shared/commands/types.ts'
import type { PurchaseShare } from '#shared/document/types.ts'
import type { SpotEstimate } from '#pricing/calculator/types.ts'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import type { Printer } from '#renderer/ui/printer.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

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
        <label key={key} className="purchase-spot-field">
          <span>{label}</span>
          <FormulaField
            label={`${label}, ${which}`}
            text={share[key] ?? ''}
            placeholder={placeholder}
            commit={(text) => change(withTime(share, key, text))}
          />
        </label>
      ))}
      {spot !== null && <SpotWords spot={spot} />}
    </div>
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

function withTime(share: Spot, key: (typeof FIELDS)[number]['key'], text: string): Spot {
  if (text.trim() !== '') return { ...share, [key]: text.trim() }
  const { [key]: _, ...rest } = share
  return rest
}
