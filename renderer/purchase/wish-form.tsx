import { useId } from 'react'
import { refuse } from '#shared/commands/refusal.ts'
import { readRate } from '#shared/commands/growth.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { canonicalise, localise } from '#shared/formula/index.ts'
import { readNumber } from '#shared/money/index.ts'
import type { Payment, Term } from '#pricing/purchase/usage.ts'
import { PAYMENTS } from '#renderer/inspector/purchase-shares.ts'
import { interruptibleWords } from './wording.ts'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What is asked for. `null`: every environment, every region; `selected`: only of the rows selected in the sheet. */
export type Wish = {
  readonly selected: boolean
  readonly environment: string | null
  readonly region: string | null
  readonly terms: ReadonlySet<Term>
  readonly payments: ReadonlySet<Payment>
  readonly spotShare: number
  readonly months: number
  readonly yearlyRate: string
}

const TERMS: readonly { readonly value: Term; readonly label: string }[] = [
  { value: '1y', label: '1 year' },
  { value: '3y', label: '3 years' },
]

type Props = {
  readonly workbook: Workbook
  /** How many rows are selected in the sheet. */
  readonly selected: number
  readonly wish: Wish
  readonly change: (wish: Wish) => void
}

/** For which rows, what may be signed, and how far to look. */
export function WishForm({ workbook, selected, wish, change }: Props) {
  const components = [...workbook.components.values()]
  return (
    <div className="wish">
      {selected > 0 && (
        <label>
          <span>Rows</span>
          <Select
            aria-label="Rows"
            options={[
              { value: 'all', label: 'All rows' },
              { value: 'selected', label: selected === 1 ? 'The selected row' : `The ${String(selected)} selected rows` },
            ]}
            value={wish.selected ? 'selected' : 'all'}
            onChange={(event) => change({ ...wish, selected: event.target.value === 'selected' })}
          />
        </label>
      )}
      <label>
        <span>Environment</span>
        <Choice
          all="All environments"
          label="Environment"
          names={components.map((one) => one.environment)}
          value={wish.environment}
          choose={(environment) => change({ ...wish, environment })}
        />
      </label>
      <label>
        <span>Region</span>
        <Choice
          all="All regions"
          label="Region"
          names={components.map((one) => one.region)}
          value={wish.region}
          choose={(region) => change({ ...wish, region })}
        />
      </label>
      <Ticks label="Terms" options={TERMS} chosen={wish.terms} change={(terms) => change({ ...wish, terms })} />
      <Ticks label="Payments" options={PAYMENTS} chosen={wish.payments} change={(payments) => change({ ...wish, payments })} />
      <Numbers workbook={workbook} wish={wish} change={change} />
    </div>
  )
}

function Numbers({ workbook, wish, change }: Pick<Props, 'workbook' | 'wish' | 'change'>) {
  const note = useId()
  const locale = useWorkspace((state) => state.locale)
  const months = (typed: string) => {
    const count = readNumber(typed, locale)
    if (count === null || !Number.isInteger(count) || count < 1 || count > LIMITS.months)
      return refuse('months', refusals.horizonMonths(LIMITS.months))
    change({ ...wish, months: count })
    return null
  }
  const rate = (typed: string) => {
    const canonical = canonicalise(typed.trim(), locale)
    if (readRate(canonical) === null) return refuse('rate', refusals.horizonRate(typed))
    change({ ...wish, yearlyRate: canonical })
    return null
  }
  const spot = (typed: string) => {
    const share = readRate(canonicalise(typed, locale))
    if (share === null) return refuse('share', { message: `“${typed}” is not a share.`, fix: 'Type a share from 0% to 100%, such as 80%.' })
    change({ ...wish, spotShare: share })
    return null
  }
  return (
    <>
      <label>
        <span>Months ahead</span>
        <DraftInput label="Months ahead" inputMode="decimal" text={String(wish.months)} commit={months} />
      </label>
      <label>
        <span>Yearly rate</span>
        <DraftInput label="Yearly rate" text={localise(wish.yearlyRate, locale)} commit={rate} />
      </label>
      <div className="wish-spot">
        <label>
          <span>Interruptible rows on spot, up to</span>
          <DraftInput
            label="Interruptible rows on spot, up to"
            describedBy={note}
            text={localise(`${String(Number((wish.spotShare * 100).toPrecision(12)))}%`, locale)}
            commit={spot}
          />
        </label>
        <span id={note} className="plan-note">
          {interruptibleWords(workbook)}
        </span>
      </div>
    </>
  )
}

type ChoiceProps = {
  readonly all: string
  readonly label: string
  readonly names: readonly string[]
  readonly value: string | null
  readonly choose: (name: string | null) => void
}

const EVERY = '*'

function Choice({ all, label, names, value, choose }: ChoiceProps) {
  const options = [...new Set(names)].filter((name) => name !== '').map((name) => ({ value: name, label: name }))
  return (
    <Select
      aria-label={label}
      options={[{ value: EVERY, label: all }, ...options]}
      value={value ?? EVERY}
      onChange={(event) => choose(event.target.value === EVERY ? null : event.target.value)}
    />
  )
}

type TicksProps<Value extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: ReadonlySet<Value>
  readonly change: (chosen: ReadonlySet<Value>) => void
}

/** Several of a few; the last one stays. */
function Ticks<Value extends string>({ label, options, chosen, change }: TicksProps<Value>) {
  const toggle = (value: Value) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    if (next.size > 0) change(next)
  }
  return (
    <fieldset className="wish-ticks">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="checkbox" checked={chosen.has(option.value)} onChange={() => toggle(option.value)} /> {option.label}
        </label>
      ))}
    </fieldset>
  )
}
