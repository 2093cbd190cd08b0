import { setHorizon, usualHorizon } from '#shared/commands/growth.ts'
import { refuse } from '#shared/commands/refusal.ts'
import type { Settings } from '#shared/document/types.ts'
import { canonicalise, localise } from '#shared/formula/index.ts'
import { readNumber } from '#shared/money/index.ts'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'

/** From which month, how many, and the yearly rate at which later money counts less. */
export function HorizonFields({ settings }: { readonly settings: Settings }) {
  const locale = useWorkspace((state) => state.locale)
  const { start, months, yearlyRate } = settings.horizon ?? usualHorizon(supplies().today())
  return (
    <div className="forecast-fields">
      <label>
        <span>First month</span>
        <DraftInput label="First month" text={start} placeholder="2026-12" commit={(typed) => edit(setHorizon, { start: typed })} />
      </label>
      <label>
        <span>Months</span>
        <DraftInput
          label="Months of the forecast"
          inputMode="decimal"
          text={String(months)}
          commit={(typed) => {
            const count = readNumber(typed, locale)
            return count === null
              ? refuse('not-a-number', { message: `“${typed}” is not a number.`, fix: 'Type a whole number, such as 24.' })
              : edit(setHorizon, { months: count })
          }}
        />
      </label>
      <label>
        <span>Yearly rate</span>
        <DraftInput
          label="Yearly rate"
          text={localise(yearlyRate, locale)}
          placeholder="8%"
          commit={(typed) => edit(setHorizon, { yearlyRate: canonicalise(typed, locale) })}
        />
      </label>
    </div>
  )
}
