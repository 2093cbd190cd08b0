/**
 * Graduated price: `parts` is upTo1, price1, upTo2, price2, …, priceRest. Every part of the quantity is paid at the price of its own
 * bracket. Brackets end at rising bounds; NaN for a quantity below zero or bounds that do not rise.
 */
export function graduatedCost(args: ArrayLike<number>): number {
  const quantity = args[0] ?? Number.NaN
  if (!(quantity >= 0)) return Number.NaN
  let cost = 0
  let from = 0
  for (let i = 1; i + 1 < args.length; i += 2) {
    const upTo = args[i] ?? Number.NaN
    const price = args[i + 1] ?? Number.NaN
    if (!(upTo > from) || price !== price) return Number.NaN
    if (quantity > from) cost += (Math.min(quantity, upTo) - from) * price
    from = upTo
  }
  const rest = args[args.length - 1] ?? Number.NaN
  if (rest !== rest) return rest
  if (quantity > from) cost += (quantity - from) * rest
  return cost - cost === 0 ? cost : Number.NaN
}
