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
  const [rate, setRate] = useState(printed(currency?.perUsd ?? 1, locale))
  const [asOf, setAsOf] = useState(currency === null || currency.perUsd === 1 ? supplies().today() : currency.asOf)
  const [problem, setProblem] = useState<string | null>(null)
  const dollars = nameOf(code) === 'USD'
  const changeCode = (typed: string) => {
    setCode(typed)
    // A rate is one currency's: that of another has to be typed, not taken over.
    if (nameOf(typed) !== nameOf(code)) setRate(nameOf(typed) === currency?.code ? printed(currency.perUsd, locale) : '')
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const perUsd = dollars ? 1 : readNumber(rate, locale)
    if (perUsd === null) return setProblem(noRate(rate, nameOf(code), locale))
    const refusal = edit(setCurrency, { code, perUsd, asOf })
    if (refusal === null) return onClose()
    withdrawRefusal(refusal)
    setProblem(`${refusal.message} ${refusal.fix}`)
  }
  return (
    <Dialog title="Currency" onClose={onClose} size="small">
      <form className="frame-form" onSubmit={submit}>
        <Field label="Code" help="Three letters, such as USD, EUR, GBP or JPY. Prices are in US dollars and are shown in this currency.">
          {(ids) => <TextInput {...ids} autoFocus maxLength={3} value={code} onChange={(event) => changeCode(event.target.value)} />}
        </Field>
        {!dollars && (
          <>
            <Field label={`One US dollar buys (${nameOf(code)})`} help="The rate of your bank or your company; nothing is looked up.">
              {(ids) => <TextInput {...ids} inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />}
            </Field>
            <Field label="Rate of">
              {(ids) => <TextInput {...ids} type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />}
            </Field>
          </>
        )}
        {currency !== null && isCode(nameOf(code)) && nameOf(code) !== currency.code && (
          <p>
            Prices, flat rates and budgets you typed yourself stay as they are: {printed(0.05, locale)} {currency.code} becomes{' '}
            {printed(0.05, locale)} {nameOf(code)}.
          </p>
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

function noRate(typed: string, code: string, locale: string): string {
  const said = typed.trim() === '' ? 'The rate is empty.' : `“${typed}” is not a number.`
  return `${said} Type how many ${isCode(code) ? code : 'units'} one US dollar buys, such as ${printed(0.92, locale)}.`
}

function isCode(code: string): boolean {
  return /^[A-Z]{3}$/.test(code)
}

function nameOf(typed: string): string {
  return typed.trim().toUpperCase()
}

function printed(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(rate)
}
