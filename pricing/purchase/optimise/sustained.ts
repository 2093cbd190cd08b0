import { applyPlan } from '../apply.ts'
import type { Horizon } from '../horizon.ts'
import { sustainedDiscount } from '../sustained.ts'
import { sustainedSaving, type SustainedCurves } from '../sustained-pool.ts'
import type { Offer, UsageLine } from '../usage.ts'
import { costOf, defaultEffort, optimise, type Optimum, type Searching } from './optimise.ts'

/** Parts of the whole sustained-use discount by which usage is made cheaper for the plans that are tried. */
const parts = [0, 0.25, 0.5, 0.75, 1]

/**
 * The cheapest plan where what is not committed earns sustained-use discounts. These make an hour's price depend on all the others, so that the
 * cost is no longer convex: plans are found for prices between none and the whole of the discount, each is priced with the discount it
 * really gets, and the cheapest is taken. The bound holds: no hour costs less than at the whole discount.
 */
export function optimiseSustained(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  horizon: Horizon,
  curves: SustainedCurves,
  { effort = defaultEffort, progress = () => {} }: Searching = {},
): Optimum {
  const priced = (optimum: Optimum): Optimum => {
    const saving = sustainedSaving(applyPlan(lines, offers, optimum.plan), curves)
    return { ...optimum, cost: costOf(optimum.plan, lines, offers, horizon) - saving }
  }
  const found = parts.map((part, at) =>
    optimise(
      lines.map((line) => discounted(line, part, curves)),
      offers,
      horizon,
      { effort: effort / parts.length, progress: (done) => progress((at + done) / parts.length) },
    ),
  )
  const best = found.map(priced).reduce((least, one) => (one.cost < least.cost ? one : least))
  const nothing = applyPlan(lines, offers, new Map())
  const uncommitted = nothing.total - sustainedSaving(nothing, curves)
  const bound = Math.min(best.cost, found.at(-1)?.bound ?? 0)
  const { plan, cost } = best.cost <= uncommitted ? best : { plan: new Map<string, number>(), cost: uncommitted }
  return { plan, cost, uncommitted, bound, isProven: cost - bound <= 1.01e-6 * uncommitted }
}

function discounted(line: UsageLine, part: number, curves: SustainedCurves): UsageLine {
  const curve = curves.get(line.id)
  return curve === undefined ? line : { ...line, onDemandHourly: line.onDemandHourly * (1 - part * sustainedDiscount(curve, 1)) }
}
