import { useEffect, useMemo, useState } from 'react'
import { groupedRows } from '#shared/commands/grouped.ts'
import type { BudgetEstimate, Calculator, Money } from '#pricing/calculator/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { showPanel } from '#renderer/workspace/view.ts'
import { BudgetEditor } from './budget-editor.tsx'
import { BudgetMeter } from './budget-meter.tsx'
import { DiscountsEditor } from './discounts-editor.tsx'
import { firstRowWith } from './first-row.ts'
import { headlineBudget, otherBudgets } from './wording.ts'
import './budgets.css'

type Totals = { readonly money: Money; readonly budgets: readonly BudgetEstimate[] }

/** The line above the sheet: what the whole costs, what it saves, and how that stands to its budget. */
export function SummaryBand() {
  const calculator = useWorkspace((state) => state.calculator)
  const figures = useWorkspace((state) => state.figures)
  const vendor = useWorkspace((state) => state.workbook?.settings.get('settings')?.rounding === 'vendor')
  const [editing, setEditing] = useState(false)
  const [agreeing, setAgreeing] = useState(false)
  const totals = useMemo(() => totalsOf(calculator, figures), [calculator, figures])
  useEffect(() => handleCommands({ 'insert.budget': { run: () => setEditing(true), enabled: (state) => state.workbook !== null } }), [])
  useEffect(() => handleCommands({ 'view.discounts': { run: () => setAgreeing(true), enabled: (state) => state.workbook !== null } }), [])
  if (totals === null) return null
  return (
    <section className="band" aria-label="Summary">
      <Amounts money={totals.money} />
      {vendor && (
        <span className="band-note" title="Each charge is rounded to the cent before it is added, as on the vendors' bills">
          rounded as billed
        </span>
      )}
      <BudgetButton budgets={totals.budgets} open={() => setEditing(true)} />
      {editing && <BudgetEditor budgets={totals.budgets} close={() => setEditing(false)} />}
      {agreeing && <DiscountsEditor close={() => setAgreeing(false)} />}
    </section>
  )
}

/** `figures` says when the calculator, whose identity stays, has other answers. */
function totalsOf(calculator: Calculator | null, _figures: number): Totals | null {
  return calculator === null ? null : { money: calculator.total(), budgets: calculator.budgets() }
}

function Amounts({ money }: { readonly money: Money }) {
  const committed = money.discount - money.negotiated
  return (
    <dl className="band-amounts">
      <Amount label="Monthly" value={isKnown(money) ? money.monthly : null} id="monthly" strong>
        <LeftOut count={money.unknown} what="unknown" />
        <LeftOut count={money.problems} what="problems" />
      </Amount>
      <Amount label="List" value={isKnown(money) ? money.list : null} id="list" />
      <Amount label="Saved" value={money.discount} id="saved" />
      {money.negotiated !== 0 && <Amount label="by agreement" value={money.negotiated} id="negotiated" />}
      {money.negotiated !== 0 && isMore(committed) && <Amount label="by commitment" value={committed} id="commitment" />}
      {money.upfront > 0 && <Amount label="Upfront" value={money.upfront} id="upfront" />}
      <Amount label="Annual" value={isKnown(money) ? money.monthly * 12 : null} id="annual" />
    </dl>
  )
}

/** More than what the last digits of a difference leave. */
function isMore(amount: number): boolean {
  return Math.abs(amount) > 1e-9
}

type AmountProps = {
  readonly label: string
  readonly value: number | null
  readonly id: string
  readonly strong?: boolean
  readonly children?: React.ReactNode
}

function Amount({ label, value, id, strong = false, children }: AmountProps) {
  const printer = usePrinter()
  return (
    <div className={strong ? 'band-amount band-amount-strong' : 'band-amount'}>
      <dt>{label}</dt>
      <dd>
        <span className="band-figure" data-testid={`total-${id}`} data-value={value ?? undefined}>
          {value === null ? NOT_KNOWN : printer.money(value)}
        </span>
        {children}
      </dd>
    </div>
  )
}

const LEFT_OUT = {
  unknown: { text: (count: number) => `+ ${count} without a price`, hint: 'Not in this total. Go to the first of them' },
  problems: { text: (count: number) => `${count} in error`, hint: 'Not in this total. Go to the first of them' },
} as const

function LeftOut({ count, what }: { readonly count: number; readonly what: 'unknown' | 'problems' }) {
  if (count === 0) return null
  return (
    <button
      type="button"
      className={`band-left-out band-left-out-${what}`}
      title={LEFT_OUT[what].hint}
      data-testid={`left-out-${what}`}
      data-value={count}
      onClick={() => goToFirst(what)}
    >
      {LEFT_OUT[what].text(count)}
    </button>
  )
}

/** Selects the first row the total leaves something out of, and opens the inspector, which says why. */
function goToFirst(what: 'unknown' | 'problems'): void {
  const { workbook, calculator } = workspace.getState()
  if (workbook === null || calculator === null) return
  const row = firstRowWith(what, groupedRows(workbook), (id) => calculator.row(id))
  if (row === null) return
  selectRow(row)
  showPanel('inspector', true)
}

function BudgetButton({ budgets, open }: { readonly budgets: readonly BudgetEstimate[]; readonly open: () => void }) {
  const printer = usePrinter()
  const headline = headlineBudget(budgets)
  if (headline === null) {
    return (
      <button type="button" className="band-budget band-budget-none" onClick={open}>
        Set a budget
      </button>
    )
  }
  const others = otherBudgets(budgets, headline)
  return (
    <button type="button" className="band-budget" onClick={open} aria-haspopup="dialog" title="Edit the budgets">
      <span className="band-budget-label">Budget</span>
      <BudgetMeter budget={headline} printer={printer} named={headline.scope !== 'total'} />
      {others !== null && (
        <span className="band-budget-others" data-status={others.status}>
          {others.text}
        </span>
      )}
    </button>
  )
}
