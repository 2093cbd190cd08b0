import type { PriceTier } from '#pricing/catalog/types.ts'
import type { TierLine } from './types.ts'

/**
 * Graduated cost of `quantity` units: each step charges the units that fall between its bounds.
 * cost(q) = Σ price_i × (min(q, to_i) − from_i). Quantity at or above zero; result in the prices' currency.
 */
export function tierCost(tiers: readonly PriceTier[], quantity: number): number {
  let cost = 0
  for (let i = 0; i < tiers.length; i += 1) {
    const tier = tiers[i]!
    if (quantity <= tier.from) break
    cost += ((quantity < tier.to ? quantity : tier.to) - tier.from) * tier.price
  }
  return cost
}

/** The steps that `quantity` reaches, each with its share of the quantity; a quantity of zero shows the first step. */
export function tierLines(tiers: readonly PriceTier[], quantity: number, scale: number): TierLine[] {
  return tiers
    .filter((tier, index) => quantity > tier.from || index === 0)
    .map((tier) => {
      const used = Math.max(0, Math.min(quantity, tier.to) - tier.from)
      return { from: tier.from, to: tier.to, price: tier.price, quantity: used * scale, cost: used * tier.price * scale }
    })
}

/** The units that a free allowance of `free` takes off `quantity`. */
export function freeLine(free: number, quantity: number): TierLine {
  return { from: 0, to: free, price: 0, quantity: Math.min(free, quantity), cost: 0, free: true }
}

/** The part of a pool's lines that a charge with `share` of its quantity has. */
export function sharedLines(lines: readonly TierLine[], share: number): TierLine[] {
  return lines.map((line) => ({ ...line, quantity: line.quantity * share, cost: line.cost * share }))
}

/** Why a list of typed steps cannot be used, or null: bounds must rise from zero and prices must not be negative. */
export function tierFault(tiers: readonly PriceTier[]): string | null {
  let from = 0
  for (const tier of tiers) {
    if (!(tier.price >= 0)) return `The price ${tier.price} is negative.`
    if (tier.from !== from || !(tier.to > tier.from)) return `The step up to ${tier.to} does not lie above ${from}.`
    from = tier.to
  }
  return null
}
