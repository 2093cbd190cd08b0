import { termHours, type Offer, type Payment, type Term, type UsageLine } from './usage.ts'

/**
 * The commitments that clouds sell, as offers over a design's usage.
 *
 * An hour's usage meets them in this order (AWS: reserved instances, EC2 Instance Savings Plans, Compute Savings Plans,
 * https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html; Azure: reservations before savings plans,
 * https://learn.microsoft.com/azure/cost-management-billing/savings-plan/discount-application; Google Cloud: resource-based before
 * flexible commitments, https://cloud.google.com/compute/docs/instances/committed-use-discounts-overview).
 */
const order = { reservation: 1, familyPlan: 2, widePlan: 3 } as const

type Bought = {
  readonly id: string
  readonly label: string
  readonly term: Term
  readonly payment: Payment
  /** Of one reserved instance or one unit of a resource. */
  readonly hourly: number
  readonly upfront: number
}

/**
 * Reserved instances of one size in one region, standard or convertible (zonal ones of AWS, those for other systems than Linux, Azure
 * reservations without size flexibility). Sold by the piece.
 */
export function reservedInstance(bought: Bought, like: UsageLine['scope'], lines: readonly UsageLine[]): Offer {
  const covered = lines.filter(({ scope }) => isSameFamily(scope, like) && scope.size === like.size)
  return { ...bought, precedence: order.reservation, step: 1, covers: new Map(covered.map(({ id }) => [id, 1])) }
}

/**
 * Reserved instances that cover any size of their family: regional Linux ones of AWS with default tenancy, by normalisation factors
 * (`normalisation.ts`), and Azure reservations optimised for flexibility, by the group's ratios
 * (https://learn.microsoft.com/azure/virtual-machines/reserved-vm-instance-size-flexibility). Prices are of one instance of `like`'s size.
 */
export function sizeFlexibleReservation(bought: Bought, like: UsageLine['scope'], lines: readonly UsageLine[]): Offer {
  const covered = lines.filter(({ scope }) => isSameFamily(scope, like))
  return {
    ...bought,
    precedence: order.reservation,
    step: 1,
    covers: new Map(covered.map(({ id, scope }) => [id, scope.units / like.units])),
  }
}

/**
 * Resource-based committed use of Google Cloud: so many vCPUs (whole ones), or so many GB of memory (quarters of one), of a machine series in a
 * region. The lines are the vCPUs and the memory of the machines; sustained use is counted on what this leaves.
 * Source: https://cloud.google.com/compute/docs/instances/signing-up-committed-use-discounts
 */
export function resourceCommitment(bought: Bought, like: UsageLine['scope'], lines: readonly UsageLine[]): Offer {
  const covered = lines.filter(({ scope }) => isSameFamily(scope, like))
  return {
    ...bought,
    precedence: order.reservation,
    step: resourceStep(like.platform),
    covers: new Map(covered.map(({ id }) => [id, 1])),
  }
}

/** The piece in which vCPUs or GB of memory are committed to. */
export function resourceStep(resource: string): number {
  return resource === 'memory' ? 0.25 : 1
}

type PlanTerms = {
  readonly id: string
  readonly label: string
  readonly term: Term
  readonly payment: Payment
  /** The plan's price of a unit-hour of a line, or null where the plan does not apply to it. */
  readonly rate: (line: UsageLine) => number | null
}

/** EC2 Instance Savings Plan: one commitment in dollars per hour for a family in a region, whatever the size. */
export function familySavingsPlan(
  terms: PlanTerms,
  family: { readonly region: string; readonly family: string },
  lines: readonly UsageLine[],
): Offer {
  const inFamily = lines.filter(({ scope }) => scope.region === family.region && scope.family === family.family)
  return spendOffer(terms, order.familyPlan, inFamily)
}

/**
 * A commitment in dollars per hour for whatever `rate` prices: Compute Savings Plan of AWS, savings plan for compute of Azure, flexible
 * committed use of Google Cloud. Within an hour it goes to the usage with the highest discount first.
 */
export function savingsPlan(terms: PlanTerms, lines: readonly UsageLine[]): Offer {
  return spendOffer(terms, order.widePlan, lines)
}

/** Share of a plan's dollars that is paid when it is bought: half of them with a partial upfront payment. */
const paidUpfront: Readonly<Record<Payment, number>> = { 'no-upfront': 0, 'partial-upfront': 0.5, 'all-upfront': 1 }

function spendOffer(terms: PlanTerms, precedence: number, lines: readonly UsageLine[]): Offer {
  const { rate, ...described } = terms
  const covers = new Map<string, number>()
  for (const line of lines) {
    const price = rate(line)
    if (price !== null && price > 0) covers.set(line.id, price)
  }
  const share = paidUpfront[terms.payment]
  return { ...described, precedence, hourly: 1 - share, upfront: share * termHours(terms.term), step: 0, covers }
}

function isSameFamily(one: UsageLine['scope'], other: UsageLine['scope']): boolean {
  return one.cloud === other.cloud && one.region === other.region && one.family === other.family && one.platform === other.platform
}
