import type { ChargeEstimate, ComponentEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import { termMonths } from '#pricing/purchase/usage.ts'
import type { Term } from '#pricing/purchase/usage.ts'

/** What one way of buying does on a row, in the workbook's currency. Shares are 0 to 1. */
export type ShareFacts = {
  readonly label: string
  readonly coverage: number
  readonly saved: number
  /** Saved of what the same usage would cost on demand; below 0 where it costs more. */
  readonly savingsRate: number
  /** Of what is paid, the used share and the money of the rest; null where it is paid by use. */
  readonly used: { readonly share: number; readonly unused: number } | null
  readonly onDemand: number
  /** Null for what can be given back at any time. */
  readonly term: Term | null
  readonly upfront: number
  /** A month of it, upfront payments spread over the term. */
  readonly amortised: number
  /** Months until the upfront payment is earned back; null where it is not, or none was made. */
  readonly breakEvenMonth: number | null
  /** The share of the term that the usage must run for it to pay. */
  readonly breakEvenUtilisation: number | null
}

/** What the estimate says of each of the row's shares, in their order; undefined where their prices are not known. */
export function shareLines({ charges }: Pick<ComponentEstimate, 'charges'>, count: number): readonly (DiscountLine | undefined)[] {
  const bought = charges.map(({ discounts }) => discounts.filter(({ kind }) => kind === 'commitment')).find(({ length }) => length > 0)
  return Array.from({ length: count }, (_, at) => bought?.[at])
}

/** Facts of every share of the row that is bought otherwise than on demand. */
export function shareFacts({ charges }: Pick<ComponentEstimate, 'charges'>): readonly ShareFacts[] {
  return charges.flatMap(factsOf)
}

function factsOf({ list, discounts }: ChargeEstimate): ShareFacts[] {
  if (list === null || list === 0) return []
  return discounts.flatMap(({ kind, label, share, amount, upfront = 0, term, utilisation, unused = 0 }) => {
    if (kind !== 'commitment') return []
    const onDemand = list * share
    const amortised = onDemand - amount
    const recurring = term === undefined ? amortised : amortised - upfront / termMonths(term)
    const months = onDemand > recurring ? upfront / (onDemand - recurring) : null
    const isInTerm = term !== undefined && months !== null && months <= termMonths(term)
    return [
      {
        label,
        coverage: share,
        saved: amount,
        savingsRate: onDemand === 0 ? 0 : amount / onDemand,
        used: utilisation === undefined ? null : { share: utilisation, unused },
        onDemand,
        term: term ?? null,
        upfront,
        amortised,
        breakEvenMonth: upfront > 0 && isInTerm ? months : null,
        breakEvenUtilisation: term === undefined || onDemand === 0 ? null : amortised / onDemand,
      },
    ]
  })
}

/** When the payment at the start has come back, in whole months: 7.05 months are over by the end of the eighth. */
export function paidBackWords(months: number): string {
  const month = Math.ceil(months - 1e-9)
  return month <= 0 ? 'from the start' : `by the end of month ${String(month)}`
}
