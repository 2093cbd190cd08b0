import { termMonths } from '../usage.ts'
import type { Priced } from './pool.ts'

/**
 * The offers that no other offer makes superfluous. A makes B superfluous when A covers all that B covers and nothing of it costs more:
 * whatever a quantity of B covers in an hour, A covers for the same money, so no plan needs B. (B's quantity q spends q × cost; spent
 * on A this covers a_i ≤ b_i dollars each, at least what B did.) An A that is sold in steps must take the same quantity of everything
 * and have steps that B's are multiples of. Of two that make each other superfluous the shorter term and then the smaller upfront payment stays.
 */
export function undominated(offers: readonly Priced[]): readonly Priced[] {
  const byPart = new Map<number, number[]>()
  offers.forEach(({ uses }, index) => {
    for (const part of uses.keys()) byPart.set(part, [...(byPart.get(part) ?? []), index])
  })
  return offers.filter((offer, index) => {
    const [first] = offer.uses.keys()
    const rivals = first === undefined ? [] : (byPart.get(first) ?? [])
    return !rivals.some((rival) => {
      const other = offers[rival]
      if (other === undefined || rival === index || !replaces(other, offer)) return false
      return !replaces(offer, other) || isPreferred(other, rival, offer, index)
    })
  })
}

const same = 1e-12

function replaces(a: Priced, b: Priced): boolean {
  if (a.uses.size < b.uses.size) return false
  for (const [part, taken] of b.uses) {
    const own = a.uses.get(part)
    if (own === undefined || a.cost * own > b.cost * taken * (1 + same)) return false
    if (a.offer.step > 0 && Math.abs(own - taken) > same * taken) return false
  }
  return a.offer.step === 0 || isMultiple(b.offer.step, a.offer.step)
}

function isMultiple(step: number, of: number): boolean {
  return step > 0 && Math.abs(step / of - Math.round(step / of)) < 1e-9
}

function isPreferred(a: Priced, indexOfA: number, b: Priced, indexOfB: number): boolean {
  const order = termMonths(a.offer.term) - termMonths(b.offer.term) || a.offer.upfront - b.offer.upfront || indexOfA - indexOfB
  return order < 0
}
