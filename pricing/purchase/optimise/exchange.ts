import type { Offer, Plan, UsageLine } from '../usage.ts'

/** A plan and what it costs, in dollars per hour. */
type Priced = { readonly plan: Plan; readonly cost: number }

/** Usage by the hour that is looked at in all: under a second of processor time. */
const effort = 4e6
const mostPlans = 4000
/** The smallest part of an offer's most that is moved. */
const smallest = 1e-6

/**
 * A plan that nobody makes cheaper by leaving one offer out, by buying another in its place, or by more or less of one, found by going from plan to
 * plan as long as one of these is cheaper: for costs that are not convex. Steps are halved until they are one piece or a millionth of what any hour
 * could use. Large designs are given up on after a second's work, with the cheapest plan until then.
 */
export function exchanged(start: Priced, lines: readonly UsageLine[], offers: readonly Offer[], costOf: (plan: Plan) => number): Priced {
  const hours = lines.reduce((sum, line) => sum + line.hours.length, 0)
  const budget = { left: Math.min(mostPlans, Math.floor(effort / Math.max(1, hours))) }
  let best = start
  const isCheaper = (plan: Plan): boolean => {
    if (budget.left <= 0) return false
    budget.left -= 1
    const cost = costOf(plan)
    if (cost >= best.cost - 1e-12 * Math.max(1, start.cost)) return false
    best = { plan, cost }
    return true
  }
  const limits = new Map(offers.map((offer) => [offer.id, mostOf(offer, lines)]))
  for (let isMoved = true; isMoved && budget.left > 0;) {
    isMoved = others(best.plan, offers).some(isCheaper)
    for (let part = 0.5; !isMoved && part >= smallest && budget.left > 0; part /= 2) {
      isMoved = offers.some((offer) => moves(best.plan, offer, (limits.get(offer.id) ?? 0) * part).some(isCheaper))
    }
  }
  return best
}

/** Plans with one offer less, and those with another in its place. */
function others(plan: Plan, offers: readonly Offer[]): readonly Plan[] {
  return offers.flatMap((one) => {
    const quantity = plan.get(one.id) ?? 0
    if (quantity === 0) return []
    const without = withQuantity(plan, one, 0)
    const instead = offers.flatMap((other) => {
      const times = other === one ? 0 : exchangeRate(one, other)
      return times === 0 ? [] : [withQuantity(without, other, (without.get(other.id) ?? 0) + quantity * times)]
    })
    return [without, ...instead]
  })
}

/** How much of another offer covers what one unit of an offer does; 0 where they have no usage in common. */
function exchangeRate(one: Offer, other: Offer): number {
  let most = 0
  for (const [line, uses] of one.covers) most = Math.max(most, (other.covers.get(line) ?? 0) / uses)
  return most
}

function moves(plan: Plan, offer: Offer, by: number): readonly Plan[] {
  const quantity = plan.get(offer.id) ?? 0
  const step = offer.step === 0 ? by : Math.max(1, Math.round(by / offer.step)) * offer.step
  return [withQuantity(plan, offer, quantity + step), ...(quantity > 0 ? [withQuantity(plan, offer, Math.max(0, quantity - step))] : [])]
}

function withQuantity(plan: Plan, { id, step }: Offer, quantity: number): Plan {
  const sold = step === 0 ? quantity : Math.round(quantity / step) * step
  const changed = new Map(plan)
  if (sold > 0) changed.set(id, sold)
  else changed.delete(id)
  return changed
}

/** The most of an offer that any hour could use. */
function mostOf({ covers }: Offer, lines: readonly UsageLine[]): number {
  const needs = new Float64Array(lines[0]?.hours.length ?? 0)
  for (const { id, hours } of lines) {
    const uses = covers.get(id) ?? 0
    if (uses > 0) hours.forEach((units, hour) => (needs[hour]! += units * uses))
  }
  return needs.reduce((most, need) => Math.max(most, need), 0)
}
