import { effectiveHourly } from '#pricing/purchase/usage.ts'
import type { Offer, Plan, UsageLine } from '#pricing/purchase/usage.ts'

/** A plan found without a thought, and what it costs in dollars of a mean hour. */
export type NaivePlan = { readonly plan: Plan; readonly cost: number; readonly tried: number }

const levels = 10

/**
 * The straight way to commitments, against which the optimiser is measured: one offer after the other is tried at ten levels up to the most that an
 * hour could use, every row and hour of the design priced for each of them by one loop, and the cheapest level is kept.
 */
export function naivePlan(lines: readonly UsageLine[], offers: readonly Offer[]): NaivePlan {
  const ordered = [...offers].sort((a, b) => a.precedence - b.precedence)
  const covers = ordered.map((offer) => coverOf(offer, lines))
  const quantities = new Float64Array(ordered.length)
  let cost = costOf(lines, ordered, covers, quantities)
  let tried = 1
  for (const [at, cover] of covers.entries()) {
    const most = mostOf(cover, lines)
    let best = 0
    for (let level = 1; level <= levels; level += 1) {
      quantities[at] = (most * level) / levels
      const priced = costOf(lines, ordered, covers, quantities)
      tried += 1
      if (priced >= cost) continue
      cost = priced
      best = quantities[at]
    }
    quantities[at] = best
  }
  return { plan: new Map(ordered.map(({ id }, at) => [id, quantities[at]!])), cost, tried }
}

/** The lines that an offer covers, best saving first, and what a unit of each takes. */
type Cover = { readonly lines: Int32Array; readonly uses: Float64Array }

function coverOf({ covers }: Offer, lines: readonly UsageLine[]): Cover {
  const covered = lines.flatMap(({ id, onDemandHourly }, line) => {
    const uses = covers.get(id)
    return uses === undefined ? [] : [{ line, uses, saves: onDemandHourly / uses }]
  })
  covered.sort((a, b) => b.saves - a.saves)
  return { lines: Int32Array.from(covered, ({ line }) => line), uses: Float64Array.from(covered, ({ uses }) => uses) }
}

function mostOf(cover: Cover, lines: readonly UsageLine[]): number {
  let most = 0
  for (let hour = 0; hour < lines[0]!.hours.length; hour += 1) {
    let need = 0
    for (let place = 0; place < cover.lines.length; place += 1) need += lines[cover.lines[place]!]!.hours[hour]! * cover.uses[place]!
    most = Math.max(most, need)
  }
  return most
}

function costOf(lines: readonly UsageLine[], offers: readonly Offer[], covers: readonly Cover[], quantities: Float64Array): number {
  const hours = lines[0]!.hours.length
  const left = new Float64Array(lines.length)
  let uncovered = 0
  for (let hour = 0; hour < hours; hour += 1) {
    for (let line = 0; line < lines.length; line += 1) left[line] = lines[line]!.hours[hour]!
    for (let at = 0; at < covers.length; at += 1) {
      if (quantities[at]! > 0) coverHour(covers[at]!, quantities[at]!, left)
    }
    for (let line = 0; line < lines.length; line += 1) uncovered += left[line]! * lines[line]!.onDemandHourly
  }
  return offers.reduce((sum, offer, at) => sum + effectiveHourly(offer) * quantities[at]!, uncovered / hours)
}

function coverHour({ lines, uses }: Cover, quantity: number, left: Float64Array): void {
  let free = quantity
  for (let place = 0; place < lines.length && free > 0; place += 1) {
    const open = left[lines[place]!]!
    const takes = Math.min(open, free / uses[place]!)
    left[lines[place]!] = open - takes
    free -= takes * uses[place]!
  }
}
