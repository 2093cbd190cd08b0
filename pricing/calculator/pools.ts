import type { Settings } from '#shared/document/types.ts'
import type { ChargeRate, FoundPrice } from './prices.ts'
import type { ChargeProgram } from './program.ts'
import { tierCost } from './tiers.ts'

/**
 * Vendors count graduated tiers and free allowances once per account: everything that meets one rate in one region is one
 * pool, priced together and shared back in proportion.
 */

/** A rate that charges share; the same key means the same rate. */
export type Pooled = { readonly key: string; readonly rate: ChargeRate; readonly free: number }

/** What a pool charges: `cost` of `quantity` units less the free ones, in the rate's currency; NaN beyond what the rate covers. */
export type PoolState = Pooled & { readonly quantity: number; readonly cost: number }

/** For the explanation: how many rows and charges the pool has, and for how many of them nobody knows the quantity. */
export type PoolView = PoolState & { readonly rows: number; readonly charges: number; readonly unknown: number }

/** The pool a charge belongs to, or null where its price is the same however much is used elsewhere. */
export function pooled(program: ChargeProgram, price: FoundPrice, settings: Settings): Pooled | null {
  if (price.kind !== 'rate' || price.rate.key === undefined || program.tiersPer !== null) return null
  const { rate } = price
  const free = settings.freeTier ? rate.freeAllowance : 0
  const isShared = rate.tiers.length > 1 || rate.covered < Infinity || free > 0
  return isShared ? { key: `${rate.key}@${rate.region}`, rate, free } : null
}

export function poolState({ key, rate, free }: Pooled, quantity: number): PoolState {
  const paid = Math.max(0, quantity - free)
  return { key, rate, free, quantity, cost: paid > rate.covered ? Number.NaN : tierCost(rate.tiers, paid) }
}

/** Whether nothing is free and all of it lies within the first tier: then each part costs what it would alone. */
export function isFlat({ rate, free, quantity }: PoolState): boolean {
  return free === 0 && quantity <= (rate.tiers[0]?.to ?? 0)
}

export function isBeyond({ rate, free, quantity }: PoolState): boolean {
  return quantity - free > rate.covered
}

/** List cost of `quantity` of the pool's units in the rate's currency: its share of the pool's cost; NaN where that is not known. */
export function partOf(pool: PoolState, quantity: number): number {
  if (quantity === 0) return 0
  if (isFlat(pool)) return tierCost(pool.rate.tiers, quantity)
  return pool.cost * (quantity / pool.quantity)
}

/** Whether a unit costs the same in both: then no member has to be priced again. */
export function isSamePrice(a: PoolState, b: PoolState): boolean {
  if (a.quantity === b.quantity || (isFlat(a) && isFlat(b))) return true
  return (a.cost === 0 && b.cost === 0) || (isBeyond(a) && isBeyond(b))
}

/** How a cycle through a pool names it. */
export function poolName(key: string): string {
  return `the shared price of ${key.replace('@', ' in ')}`
}
