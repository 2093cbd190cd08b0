import type { ReactNode } from 'react'
import type { NewComponent } from '#shared/commands/components.ts'
import type { CommitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import { familyOf } from '#pricing/calculator/commitments/usage.ts'
import { paidBackWords } from '#renderer/inspector/share-facts.ts'
import { LEAVES_OUT } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { leftOutWords, meanWords, partWords, passedOverWords, provenWords } from './wording.ts'

/** What a plan buys, what it does, what happens when usage turns out otherwise, and what is paid when. */
export function PlanView({ plan }: { readonly plan: CommitmentPlan }) {
  const printer = usePrinter()
  const name = useWorkspace((state) => state.workbook)
  if (plan.adds.length + plan.spot.length === 0) {
    return (
      <p className="plan-nothing" role="status">
        Nothing that may be bought makes these rows cheaper over these months: on demand is the cheapest, or the price book has no
        commitment for them. {passedOverWords(plan, name)}
      </p>
    )
  }
  return (
    <section className="plan" aria-label="Plan">
      <ul className="plan-list" aria-label="What to buy">
        {plan.adds.map((add) => (
          <AddItem key={JSON.stringify(add)} add={add} />
        ))}
        {plan.spot.map(({ row, purchase }) => (
          <li key={row}>
            {name?.components.get(row)?.name ?? row}: spot for {purchase.at(-1)?.coverage} of its machines in each hour
          </li>
        ))}
      </ul>
      {plan.passedOver.length > 0 && <p className="plan-note">{passedOverWords(plan, name)}</p>}
      <Figures plan={plan} printer={printer} />
      <Parts plan={plan} printer={printer} />
      <Turns plan={plan} printer={printer} />
      <Cash plan={plan} printer={printer} />
    </section>
  )
}

/** Commitments to a family, which a row names by any size of it, and the cloud that sells them. */
const FAMILY_CLOUDS: Readonly<Record<string, 'aws' | 'google'>> = { 'family-plan': 'aws', resource: 'google' }

function AddItem({ add }: { readonly add: NewComponent }) {
  const printer = usePrinter()
  const service = useWorkspace((state) => state.services.get(add.service))
  const book = useWorkspace((state) => state.book)
  const words = Object.entries(add.inputs ?? {}).map(([id, value]) => {
    const input = service?.inputs[id]
    if (input?.kind === 'number') {
      const amount = Number(Number(value).toPrecision(6))
      return `${input.label} ${input.field.dimension.money === 1 ? printer.price(amount) : printer.number(amount)}`
    }
    const cloud = FAMILY_CLOUDS[service?.commitment?.kind ?? '']
    if (input?.kind === 'size' && cloud !== undefined && book !== null) return `Family ${familyOf(cloud, value, book)}`
    return `${input?.label ?? id} ${input?.kind === 'choice' ? (input.options[value] ?? value) : value}`
  })
  return (
    <li>
      <strong>{service?.name ?? add.service}</strong>
      {add.region !== '' && add.region !== undefined && ` in ${add.region}`}: {words.join(', ')}
    </li>
  )
}

type Props = { readonly plan: CommitmentPlan; readonly printer: Printer }

/** A table of the plan; `children` are its rows. */
function PlanTable({
  label,
  heads,
  children,
}: {
  readonly label: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <table className="plan-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Figures({ plan, printer }: Props) {
  const { metrics, before, after } = plan
  const facts: readonly (readonly [id: string, name: string, value: number, text: string])[] = [
    ['before', 'A month now', before, `${printer.money(before)}${plan.leftOut.before > 0 ? LEAVES_OUT : ''}`],
    ['after', 'With the plan', after, `${printer.money(after)}${plan.leftOut.after > 0 ? LEAVES_OUT : ''}`],
    [
      'saving',
      'Effective saving',
      metrics.effectiveSavingsRate,
      `${printer.share(metrics.effectiveSavingsRate)} of these machines on demand`,
    ],
    ['coverage', 'Coverage', metrics.coverage, printer.share(metrics.coverage)],
    ['utilisation', 'Utilisation', metrics.utilisation, printer.share(metrics.utilisation)],
    ['upfront', 'Upfront', metrics.upfront, printer.money(metrics.upfront)],
    ['present', 'Saves, worth today', plan.presentSaving, printer.money(plan.presentSaving)],
    ...(plan.breakEvenMonth === null ? [] : [['even', 'Paid back', plan.breakEvenMonth, paidBackWords(plan.breakEvenMonth)] as const]),
  ]
  return (
    <>
      <dl className="plan-figures" aria-label="What the plan does">
        {facts.map(([id, name, value, text]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={`plan-${id}`} data-value={value}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <p className="plan-note">
        {meanWords(plan)} {leftOutWords(plan.leftOut)} {provenWords(plan)}
      </p>
    </>
  )
}

/** What the two totals are made of. */
function Parts({ plan, printer }: Props) {
  return (
    <PlanTable label="What a month is made of" heads={['A month', 'Now', 'With the plan']}>
      {plan.parts
        .filter(({ before, after }) => before !== 0 || after !== 0)
        .map((part) => (
          <tr key={part.part}>
            <th scope="row">{partWords(part)}</th>
            <td data-value={part.before}>{printer.money(part.before)}</td>
            <td data-value={part.after}>{printer.money(part.after)}</td>
          </tr>
        ))}
    </PlanTable>
  )
}

const WORDS: ReadonlyMap<number, string> = new Map([
  [0.7, '30 % less usage'],
  [1, 'Usage as planned'],
  [1.3, '30 % more usage'],
])

function Turns({ plan, printer }: Props) {
  return (
    <PlanTable label="If usage turns out otherwise" heads={['After signing', 'A month', 'On demand', 'Saved', 'Utilisation']}>
      {plan.turns.map(({ factor, cost, onDemand, metrics }) => (
        <tr key={factor}>
          <th scope="row">{WORDS.get(factor) ?? printer.share(factor)}</th>
          <td data-value={cost}>{printer.money(cost)}</td>
          <td data-value={onDemand}>{printer.money(onDemand)}</td>
          <td data-value={onDemand - cost} data-loss={onDemand < cost || undefined}>
            {printer.money(onDemand - cost)}
          </td>
          <td data-value={metrics.utilisation}>{printer.share(metrics.utilisation)}</td>
        </tr>
      ))}
    </PlanTable>
  )
}

function Cash({ plan, printer }: Props) {
  return (
    <details className="plan-cash">
      <summary>What is paid when</summary>
      <PlanTable label="Cash flow" heads={['Month', 'With the plan', 'On demand']}>
        {plan.cash.map((paid, month) => (
          <tr key={placeOf(month)}>
            <th scope="row">{placeOf(month)}</th>
            <td data-value={paid}>{printer.money(paid)}</td>
            <td data-value={plan.onDemandCash[month]}>{printer.money(plan.onDemandCash[month] ?? 0)}</td>
          </tr>
        ))}
      </PlanTable>
    </details>
  )
}

function placeOf(month: number): string {
  return month === 0 ? 'At the start' : `Month ${String(month)}`
}
