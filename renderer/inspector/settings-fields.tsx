import { refuse } from '#shared/commands/refusal.ts'
import { setCurrency, setFreeTier, setMonthHours } from '#shared/commands/settings.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Settings } from '#shared/document/types.ts'
import { readNumber } from '#shared/money/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { FieldRow } from './field-row.tsx'

/** The workbook's currency with the person's own dated rate. */
export function CurrencyFields({ settings }: { readonly settings: Settings }) {
  const locale = useWorkspace((state) => state.locale)
  const printer = usePrinter()
  const { code, perUsd, asOf } = settings.currency
  const setRate = (typed: string) => withNumber(typed, locale, (rate) => edit(setCurrency, { code, perUsd: rate, asOf }))
  return (
    <>
      <FieldRow label="Currency" help="Changed together with its rate: that of one currency is not another's.">
        {(ids) => (
          <Button id={ids.id} onClick={() => runCommand('view.currency')}>
            {code}…
          </Button>
        )}
      </FieldRow>
      {code !== 'USD' && (
        <>
          <FieldRow
            label="One US dollar is"
            unit={code}
            help="How many units of the currency one US dollar buys: your own rate, kept with its date."
          >
            {(ids) => <DraftInput {...ids} label="Exchange rate" inputMode="decimal" text={printer.plain(perUsd)} commit={setRate} />}
          </FieldRow>
          <FieldRow label="Rate of" help="The day of the rate, as year-month-day.">
            {(ids) => (
              <DraftInput
                {...ids}
                label="Date of the rate"
                text={asOf}
                commit={(date) => edit(setCurrency, { code, perUsd, asOf: date.trim() })}
              />
            )}
          </FieldRow>
        </>
      )}
    </>
  )
}

/** Whether the vendors' monthly free allowances count. */
export function FreeTierField({ settings }: { readonly settings: Settings }) {
  return (
    <FieldRow label="Free tier" help="The free amounts a month that the price book knows, taken off once per account and region.">
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          options={FREE_TIER}
          value={settings.freeTier ? 'on' : 'off'}
          onChange={(event) => edit(setFreeTier, { freeTier: event.target.value === 'on' })}
        />
      )}
    </FieldRow>
  )
}

const FREE_TIER = [
  { value: 'off', label: 'Left out' },
  { value: 'on', label: 'Counted' },
] as const

export function MonthField({ settings }: { readonly settings: Settings }) {
  const locale = useWorkspace((state) => state.locale)
  const printer = usePrinter()
  return (
    <FieldRow label="Hours in a month" unit="h" help="730 is the average the vendors use; 720 and 744 are months of 30 and 31 days.">
      {(ids) => (
        <DraftInput
          {...ids}
          label="Hours in a month"
          inputMode="decimal"
          text={printer.plain(settings.month.hours)}
          commit={(typed) => withNumber(typed, locale, (hours) => edit(setMonthHours, { hours }))}
        />
      )}
    </FieldRow>
  )
}

function withNumber(typed: string, locale: string, commit: (value: number) => Refusal | null): Refusal | null {
  const value = readNumber(typed, locale)
  return value === null
    ? refuse('not-a-number', { message: `“${typed}” is not a number.`, fix: 'Type digits, such as 730 or 0.92.' })
    : commit(value)
}
