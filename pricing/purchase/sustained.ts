/**
 * Google's sustained use discount: each further quarter of the month that a machine runs on demand costs less. No more is
 * bought than what runs anyway, so it comes off by itself.
 * Source: https://cloud.google.com/compute/docs/sustained-use-discounts (eligible series, 20 % and 30 % at most). The rates
 * of the quarters are those of the page's tables: https://cloud.google.com/compute/vm-instance-pricing#sustained_use
 */

/** What each quarter of the month costs as a share of the base price. */
export type SustainedCurve = readonly [number, number, number, number]

/** N1, memory-optimised M1 and M2, f1-micro and g1-small: 30 % off a whole month. */
export const upTo30: SustainedCurve = [1, 0.8, 0.6, 0.4]

/** N2, N2D and C2: as published, which makes 19.98 % off a whole month. */
export const upTo20: SustainedCurve = [1, 0.8678, 0.733, 0.6]

const curves: ReadonlyMap<string, SustainedCurve> = new Map([
  ['n1', upTo30],
  ['f1', upTo30],
  ['g1', upTo30],
  ['m1', upTo30],
  ['m2', upTo30],
  ['n2', upTo20],
  ['n2d', upTo20],
  ['c2', upTo20],
])

/** The curve of a machine type by its series (`n2-standard-8`: n2), or null where the discount does not apply. */
export function sustainedCurve(size: string): SustainedCurve | null {
  return curves.get(size.split('-')[0] ?? '') ?? null
}

/** One quarter of the month: up to which share of it, what it costs as a share of the base price, how much of it was used. */
export type SustainedBracket = { readonly from: number; readonly to: number; readonly price: number; readonly used: number }

/** The quarters that `share` (0 to 1 of the month) reaches. */
export function sustainedBrackets(curve: SustainedCurve, share: number): SustainedBracket[] {
  return curve
    .map((price, at) => ({ from: at / 4, to: (at + 1) / 4, price, used: Math.max(0, Math.min(share - at / 4, 1 / 4)) }))
    .filter(({ used }) => used > 0)
}

/**
 * Share off the base price of a machine that runs for `share` of the month, 0 to 1: half a month of the 30 % curve gives
 * (¼ × 0 + ¼ × 0.2) ÷ ½ = 10 %. Above 1 (a month longer than the workbook's) counts as 1; at 0 there is nothing to discount.
 */
export function sustainedDiscount(curve: SustainedCurve, share: number): number {
  const run = Math.min(share, 1)
  if (!(run > 0)) return 0
  let off = 0
  for (let at = 0; at < 4; at += 1) off += Math.max(0, Math.min(run - at / 4, 1 / 4)) * (1 - curve[at]!)
  return off / run
}
