import { readRate } from '#shared/commands/growth.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Id } from '#shared/document/types.ts'
import { usualMonthHours } from '#shared/formula/index.ts'
import type { CommitmentEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { paidBackWords, shareFacts } from './share-facts.ts'
import type { ShareFacts } from './share-facts.ts'
import { presentSaving, termMoney } from './term-money.ts'
import type { TermMoney } from './term-money.ts'

/** What figures are judged by: the month's hours, and the yearly rate of the forecast at which later money counts less. */
type Judging = { readonly printer: Printer; readonly monthHours: number; readonly yearlyRate: number }

function useJudging(): Judging {
  const printer = usePrinter()
  const settings = useWorkspace((state) => (state.workbook === null ? null : settingsOf(state.workbook)))
  return { printer, monthHours: settings?.month.hours ?? usualMonthHours, yearlyRate: readRate(settings?.horizon?.yearlyRate ?? '') ?? 0 }
}

type Fact = readonly [name: string, value: number, text: string]

/** What each share of a row that is bought otherwise does: how much it covers, saves, costs at once, and when it has paid. */
export function PurchaseFacts({ estimate }: { readonly estimate: ComponentEstimate }) {
  const judging = useJudging()
  return shareFacts(estimate).map((share, at) => (
    <Facts key={`${String(at)} ${share.label}`} label={share.label} facts={ofShare(share, judging)} />
  ))
}

/** The same of a row that is a commitment itself. */
export function CommitmentFacts({ id }: { readonly id: Id }) {
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const judging = useJudging()
  const found = calculator?.commitments().find((one) => one.id === id)
  if (found === undefined) return null
  return (
    <section className="inspector-section">
      <h3>What it covers</h3>
      <Facts label={found.name} facts={ofCommitment(found, judging)} />
    </section>
  )
}

function Facts({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  return (
    <dl className="purchase-facts" aria-label={label}>
      {facts.map(([name, value, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-value={value}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function ofShare(share: ShareFacts, judging: Judging): readonly Fact[] {
  const { printer } = judging
  const { used, term } = share
  return [
    ['Coverage', share.coverage, printer.share(share.coverage)],
    ['Saves', share.savingsRate, `${printer.share(share.savingsRate)} of on demand`],
    ['A month', share.amortised, printer.money(share.amortised)],
    ...(used === null ? [] : usedFacts(used.share, used.unused, printer)),
    ...upfrontFacts(share.upfront, share.breakEvenMonth, share.breakEvenUtilisation, printer),
    ...(term === null ? [] : termFacts(termMoney(term, share, judging.monthHours), judging)),
  ]
}

function ofCommitment(one: CommitmentEstimate, judging: Judging): readonly Fact[] {
  const { printer } = judging
  const paid = { upfront: one.upfront, amortised: one.cost, onDemand: one.covered }
  return [
    ['Coverage', one.coverage, `${printer.share(one.coverage)} of what it may cover`],
    ...usedFacts(one.utilisation, one.unused, printer),
    ['Would cost', one.covered, `${printer.money(one.covered)} on demand`],
    ...(one.savingsRate === null ? [] : [['Effective saving', one.savingsRate, printer.share(one.savingsRate)] as const]),
    ['A month', one.cost, printer.money(one.cost)],
    ...upfrontFacts(one.upfront, one.breakEvenMonth, one.breakEvenUtilisation, printer),
    ...termFacts(termMoney(one.term, paid, judging.monthHours), judging),
  ]
}

function usedFacts(share: number, unused: number, printer: Printer): readonly Fact[] {
  return [
    ['Utilisation', share, printer.share(share)],
    ['Unused', unused, `${printer.money(unused)} a month`],
  ]
}

/** What is paid when, and what the term saves in money of its start. */
function termFacts(money: TermMoney, { printer, yearlyRate }: Judging): readonly Fact[] {
  const { months, atStart, monthly } = money
  const saving = presentSaving(money, yearlyRate)
  const rest = `${printer.money(monthly)} a month for ${String(months)} months`
  return [
    ['Paid', monthly, atStart === 0 ? rest : `${printer.money(atStart)} at the start, then ${rest}`],
    [
      'Worth at the start',
      saving,
      `${saving >= 0 ? 'saves' : 'costs'} ${printer.money(Math.abs(saving))}${saving >= 0 ? '' : ' more'} at ${printer.share(yearlyRate)} a year`,
    ],
  ]
}

function upfrontFacts(upfront: number, month: number | null, utilisation: number | null, printer: Printer): readonly Fact[] {
  return [
    ...(upfront === 0 ? [] : [['Upfront', upfront, printer.money(upfront)] as const]),
    ...(month === null || month === 0 ? [] : [['Paid back', month, paidBackWords(month)] as const]),
    ...(utilisation === null ? [] : [['Pays when used', utilisation, `${printer.share(utilisation)} of the time or more`] as const]),
  ]
}
