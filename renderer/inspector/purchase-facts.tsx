import type { Id } from '#shared/document/types.ts'
import type { CommitmentEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { shareFacts } from './share-facts.ts'
import type { ShareFacts } from './share-facts.ts'

type Fact = readonly [name: string, value: number, text: string]

/** What each share of a row that is bought otherwise does: how much it covers, saves, costs at once, and when it has paid. */
export function PurchaseFacts({ estimate }: { readonly estimate: ComponentEstimate }) {
  const printer = usePrinter()
  return shareFacts(estimate).map((share, at) => (
    <Facts key={`${String(at)} ${share.label}`} label={share.label} facts={ofShare(share, printer)} />
  ))
}

/** The same of a row that is a commitment itself. */
export function CommitmentFacts({ id }: { readonly id: Id }) {
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const printer = usePrinter()
  const found = calculator?.commitments().find((one) => one.id === id)
  if (found === undefined) return null
  return (
    <section className="inspector-section">
      <h3>What it covers</h3>
      <Facts label={found.name} facts={ofCommitment(found, printer)} />
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

function ofShare(share: ShareFacts, printer: Printer): readonly Fact[] {
  return [
    ['Coverage', share.coverage, printer.share(share.coverage)],
    ['Saves', share.savingsRate, `${printer.share(share.savingsRate)} of on demand`],
    ['A month', share.amortised, printer.money(share.amortised)],
    ...upfrontFacts(share.upfront, share.breakEvenMonth, share.breakEvenUtilisation, printer),
  ]
}

function ofCommitment(one: CommitmentEstimate, printer: Printer): readonly Fact[] {
  return [
    ['Coverage', one.coverage, `${printer.share(one.coverage)} of all machines`],
    ['Utilisation', one.utilisation, printer.share(one.utilisation)],
    ['Unused', one.unused, `${printer.money(one.unused)} a month`],
    ['Would cost', one.covered, `${printer.money(one.covered)} on demand`],
    ...(one.savingsRate === null ? [] : [['Effective saving', one.savingsRate, printer.share(one.savingsRate)] as const]),
    ['A month', one.cost, printer.money(one.cost)],
    ...upfrontFacts(one.upfront, one.breakEvenMonth, one.breakEvenUtilisation, printer),
  ]
}

function upfrontFacts(upfront: number, month: number | null, utilisation: number | null, printer: Printer): readonly Fact[] {
  return [
    ...(upfront === 0 ? [] : [['Upfront', upfront, printer.money(upfront)] as const]),
    ...(month === null || month === 0 ? [] : [['Paid back', month, `after ${printer.number(Number(month.toFixed(1)))} months`] as const]),
    ...(utilisation === null ? [] : [['Pays when used', utilisation, `${printer.share(utilisation)} of the time or more`] as const]),
  ]
}
