import { refuse } from '#shared/commands/refusal.ts'
import { USUAL_MONTHS } from '#shared/commands/growth.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Driver } from '#shared/document/types.ts'
import { canonicalise, localise } from '#shared/formula/index.ts'
import { firstOfYear, growthFactor } from '#pricing/schedule/growth.ts'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { growthCurve, growthParts, growthText, seasonWords } from './growth.ts'
import type { GrowthParts } from './growth.ts'
import { Sparkline } from './sparkline.tsx'

type Props = { readonly driver: Driver; readonly commit: (growth: string) => Refusal | null }

const FIELDS: readonly { readonly key: keyof GrowthParts; readonly label: string; readonly placeholder: string; readonly what: string }[] =
  [
    { key: 'rate', label: 'Growth', placeholder: '4%/month', what: 'Growth' },
    { key: 'months', label: 'By month', placeholder: '1, 1.1, 1.3', what: 'Factors by month' },
    { key: 'season', label: 'Season', placeholder: '12 factors, January first', what: 'Season' },
  ]

/** How a driver changes with the months: a rate, a table of months, a season of twelve; and what that comes to. */
export function GrowthFields({ driver, commit }: Props) {
  const locale = useWorkspace((state) => state.locale)
  const text = driver.growth ?? ''
  const parts = growthParts(text)
  if (parts === null) {
    return (
      <div className="driver-field">
        <span aria-hidden="true">Growth</span>
        <DraftInput label={`Growth of ${driver.name}`} text={text} commit={(typed) => withGrowth(typed, commit)} />
      </div>
    )
  }
  return (
    <>
      {FIELDS.map(({ key, label, placeholder, what }) => (
        <div key={key} className="driver-field">
          <span aria-hidden="true">{label}</span>
          <DraftInput
            label={`${what} of ${driver.name}`}
            text={localise(parts[key], locale)}
            placeholder={localise(placeholder, locale)}
            commit={(typed) => withGrowth(growthText({ ...parts, [key]: canonicalise(typed, locale) }), commit)}
          />
        </div>
      ))}
      {parts.season !== '' && <SeasonNote />}
      {text !== '' && <Curve text={text} name={driver.name} />}
    </>
  )
}

/** Which factor the first month has. */
function SeasonNote() {
  const start = useWorkspace((state) => state.workbook?.settings.get('settings')?.horizon?.start)
  return <p className="driver-curve">{seasonWords(start)}</p>
}

function Curve({ text, name }: { readonly text: string; readonly name: string }) {
  const months = useWorkspace((state) => state.workbook?.settings.get('settings')?.horizon?.months ?? USUAL_MONTHS)
  const printer = usePrinter()
  const first = useWorkspace((state) => firstOfYear(state.workbook?.settings.get('settings')?.horizon?.start))
  const factors = growthCurve(text, months, first)
  const last = factors?.at(-1)
  if (factors === null || last === undefined) return null
  const words = `× ${printer.number(Number(last.toPrecision(4)))} in month ${String(months)}`
  return (
    <p className="driver-curve" data-testid="driver-growth" data-value={last}>
      <Sparkline values={factors} label={`${name} over ${String(months)} months: ${words}`} />
      {words}
    </p>
  )
}

/** Refused while the text does not say what it is in some month. */
function withGrowth(text: string, commit: (growth: string) => Refusal | null): Refusal | null {
  const problem = text.trim() === '' ? 1 : growthFactor(text, 0, 0)
  return typeof problem === 'number' ? commit(text) : refuse('bad-growth', problem)
}
