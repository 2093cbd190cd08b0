import { useMemo, useState } from 'react'
import type { SubmitEvent } from 'react'
import { settingsOf } from '#shared/document/empty.ts'
import { setCurrency } from '#shared/commands/settings.ts'
import { readNumber } from '#shared/money/index.ts'
import { typedAmounts } from '#pricing/analysis/typed-amounts.ts'
import type { TypedAmounts } from '#pricing/analysis/typed-amounts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, TextInput } from '#renderer/ui/field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { withdrawRefusal } from '#renderer/workspace/notices.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'

/** The currency a workbook is shown in, with the person's own dated rate: nothing is fetched. */
export function CurrencyDialog({ onClose }: { readonly onClose: () => void }) {
  const { document, workbook, services, locale } = workspace.getState()
  const currency = workbook === null ? null : settingsOf(workbook).currency
  const [code, setCode] = useState(currency?.code ?? 'USD')
  const [rate, setRate] = useState(printed(currency?.perUsd ?? 1, locale))
  const [asOf, setAsOf] = useState(currency === null || currency.perUsd === 1 ? supplies().today() : currency.asOf)
  const [problem, setProblem] = useState<string | null>(null)
  const [converts, setConverts] = useState(true)
  const dollars = nameOf(code) === 'USD'
  const typedRate = dollars ? 1 : readNumber(rate, locale)
  const isOther = currency !== null && isCode(nameOf(code)) && nameOf(code) !== currency.code
  const typed = useMemo(
    () =>
      isOther && document !== null && typedRate !== null && typedRate > 0
        ? typedAmounts(document, services, typedRate / currency.perUsd)
        : null,
    [isOther, document, services, typedRate, currency],
  )
  const changeCode = (typed: string) => {
    setCode(typed)
    // A rate is one currency's: that of another has to be typed, not taken over.
    if (nameOf(typed) !== nameOf(code)) setRate(nameOf(typed) === currency?.code ? printed(currency.perUsd, locale) : '')
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (typedRate === null) return setProblem(noRate(rate, nameOf(code), locale))
    const amounts = converts && typed !== null ? typed.changes : []
    const refusal = edit(setCurrency, { code, perUsd: typedRate, asOf, amounts })
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
        {typed !== null && currency !== null && (
          <TypedBefore typed={typed} from={currency.code} to={nameOf(code)} converts={converts} choose={setConverts} />
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

type TypedProps = {
  readonly typed: TypedAmounts
  readonly from: string
  readonly to: string
  readonly converts: boolean
  readonly choose: (converts: boolean) => void
}

/** What becomes of the money that was typed in the currency of before. */
function TypedBefore({ typed: { amounts, others }, from, to, converts, choose }: TypedProps) {
  if (amounts + others === 0) return null
  return (
    <div className="frame-typed">
      {amounts > 0 && (
        <label>
          <input type="checkbox" checked={converts} onChange={() => choose(!converts)} /> Convert the{' '}
          {amounts === 1 ? 'amount' : `${String(amounts)} amounts`} typed in {from} at this rate
        </label>
      )}
      {amounts > 0 && !converts && (
        <p>
          They stay as they are: 5 {from} becomes 5 {to}.
        </p>
      )}
      {others > 0 && (
        <p>
          {others === 1 ? '1 amount that is a formula stays as it is' : `${String(others)} amounts that are formulas stay as they are`}:
          look at what they come to.
        </p>
      )}
    </div>
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
