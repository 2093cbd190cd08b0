import type { Refusal } from '#shared/commands/types.ts'
import type { Component, PurchaseShare } from '#shared/document/types.ts'
import { emptyValue, textValue } from '#pricing/calculator/values.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { availabilityInterval, spotOutcome, youngInterval } from '#pricing/purchase/spot.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import type { Printer } from '#renderer/ui/printer.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

type Spot = Extract<PurchaseShare, { readonly kind: 'spot' }>
type Props = {
  readonly component: Component
  readonly share: Spot
  readonly which: string
  readonly change: (share: PurchaseShare) => Refusal | null
}

const FIELDS = [
  { key: 'interruption', label: 'Interrupted every', placeholder: '20 h' },
  { key: 'checkpoint', label: 'Saving takes', placeholder: '5 min' },
  { key: 'restart', label: 'Starting again takes', placeholder: '10 min' },
] as const

/** What interruptions do to work on spot capacity: how often to save, and what a useful hour then costs. */
export function SpotFields({ component, share, which, change }: Props) {
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
      <SpotWords component={component} share={share} />
    </div>
  )
}

function SpotWords({ component, share }: { readonly component: Component; readonly share: Spot }) {
  const book = useWorkspace((state) => state.book)
  const service = useWorkspace((state) => state.services.get(component.service))
  const printer = usePrinter()
  const between = hoursIn(share.interruption)
  if (between === null || book === null || service === undefined) return null
  const saving = hoursIn(share.checkpoint) ?? 0
  const restart = hoursIn(share.restart) ?? 0
  const prices = pricesOf(component, service, book)
  const outcome = spotOutcome({
    betweenInterruptions: between,
    saving,
    restart,
    spotHourly: prices?.spot ?? 0,
    onDemandHourly: prices?.onDemand ?? 0,
  })
  return (
    <div className="purchase-spot-words" role="status" data-testid="spot" data-overhead={outcome.overhead} data-interval={outcome.interval}>
      {saving > 0 && (
        <p>
          Save every {timeWords(youngInterval(between, saving), printer)} (Young’s interval); for the most useful time every{' '}
          {timeWords(availabilityInterval(between, saving, restart), printer)}.
        </p>
      )}
      <p>Saving, repeating and restarting add {printer.share(outcome.overhead)} to each useful hour.</p>
      {prices !== null && (
        <p>
          A useful hour costs {printer.price(outcome.hourly)}, {printer.share(Math.abs(outcome.saved))}{' '}
          {outcome.saved >= 0 ? 'less' : 'more'} than {printer.price(prices.onDemand)} on demand (US dollars, list).
        </p>
      )}
      {prices !== null &&
        outcome.warnings.map((warning) => (
          <p key={warning} className="purchase-warning">
            {warning}
          </p>
        ))}
    </div>
  )
}

/** List prices in US dollars an hour of the row's machine; `null` where the book lacks one of them. */
function pricesOf(component: Component, { cloud, inputs, columns }: ServiceDeclaration, book: PriceBook) {
  const input = columns?.size === undefined ? undefined : inputs[columns.size]
  if (cloud === 'general' || columns?.size === undefined || input?.kind !== 'size') return null
  const size = component.inputs[columns.size] ?? input.default
  const [spot, onDemand] = (['spot', 'on-demand'] as const).map((way) => book.compute(cloud, size, component.region, way))
  return spot?.ok === true && onDemand?.ok === true ? { spot: spot.value.hourly, onDemand: onDemand.value.hourly } : null
}

/** Hours of a text such as `20 h` or `5 min`; a plain number counts hours. `null` where it is not given or no such time. */
function hoursIn(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const value = textValue(text, 'the time', () => emptyValue('the time'))
  return value.kind === 'number' && value.value > 0 ? value.value : null
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
