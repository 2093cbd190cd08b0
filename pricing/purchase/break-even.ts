import type { PriceTier } from '#pricing/catalog/types.ts'

/**
 * The least amount stored all month, in the tiers' unit, from which capacity reserved for `monthly` dollars is no dearer than paying by use:
 * the amount whose graduated cost is `monthly`. Infinity where use never costs that much; null where the tiers end before it, so that
 * it is not known.
 *
 * Definition: "Reserved capacity", https://learn.microsoft.com/azure/storage/blobs/blob-storage-estimate-costs
 * (966 a month ÷ 0.0115 a GB = 84,000 GB).
 * @throws RangeError when `monthly` is negative or not finite.
 */
export function reservedCapacityBreakEven(monthly: number, tiers: readonly PriceTier[]): number | null {
  if (!Number.isFinite(monthly) || monthly < 0) throw new RangeError(`A monthly price of ${monthly} cannot be broken even with.`)
  if (monthly === 0) return 0
  let left = monthly
  for (const { from, to, price } of tiers) {
    const cost = price === 0 ? 0 : (to - from) * price
    if (left <= cost) return from + left / price
    left -= cost
  }
  return tiers.at(-1)?.to === Infinity ? Infinity : null
}
