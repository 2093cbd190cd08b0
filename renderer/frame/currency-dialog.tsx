import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { settingsOf } from '#shared/document/empty.ts'
import { setCurrency } from '#shared/commands/settings.ts'
import { readNumber } from '#shared/money/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, TextInput } from '#renderer/ui/field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { withdrawRefusal } from '#renderer/workspace/notices.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'

/** The currency a workbook is shown in, with the person's own dated rate: nothing is fetched. */
export function CurrencyDialog({ onClose }: { readonly onClose: () => void }) {
  const { workbook, locale } = workspace.getState()
  const currency = workbook === null ? null : settingsOf(workbook).currency
  const [code, setCode] = useState(currency?.code ?? 'USD')
  const [rate, setRate] = useState(
    currency === null ? '1' : new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(currency.perUsd),
  )
  const [asOf, setAsOf] = useState(currency === null || currency.perUsd === 1 ? supplies().today() : currency.asOf)
  const [problem, setProblem] = useState<string | null>(null)
  const dollars = code.trim().toUpperCase() === 'USD'
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const refusal = edit(setCurrency, { code, perUsd: dollars ? 1 : (readNumber(rate, locale) ?? Number.NaN), asOf })
    if (refusal === null) return onClose()
    withdrawRefusal(refusal)
    setProblem(`${refusal.message} ${refusal.fix}`)
  }
  return (
    <Dialog title="Currency" onClose={onClose} size="small">
      <form className="frame-form" onSubmit={submit}>
        <Field label="Code" help="Three letters, such as USD, EUR, GBP or JPY. Prices are in US dollars and are shown in this currency.">
          {(ids) => <TextInput {...ids} autoFocus maxLength={3} value={code} onChange={(event) => setCode(event.target.value)} />}
        </Field>
        {!dollars && (
          <>
            <Field
              label={`One US dollar buys (${code.trim().toUpperCase()})`}
              help="The rate of your bank or your company; nothing is looked up."
            >
              {(ids) => <TextInput {...ids} inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />}
            </Field>
            <Field label="Rate of">
              {(ids) => <TextInput {...ids} type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />}
            </Field>
          </>
        )}
        {problem !== null && (
          <p className="frame-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="frame-form-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Use it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
