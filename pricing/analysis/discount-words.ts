import type { MoveReason, PricePoint } from '#pricing/catalog/library.ts'

type Discount = Extract<MoveReason, { readonly kind: 'discount' }>

type Words = { readonly point: (point: PricePoint) => string; readonly percent: (share: number) => string }

const against: Readonly<Record<Discount['list'], string>> = {
  higher: 'of a higher list price',
  lower: 'of a lower list price',
  same: 'of another quantity',
}

/** Why what is taken off moved: the commitment's own price, the share, or only the list price that an unmoved share is taken of. */
export function discountWords({ from, to, shares, list }: Discount, { point, percent }: Words): string {
  if (from !== null && to !== null && from.price === to.price)
    return `committed at ${point(to)} as before, ${list === 'same' ? '' : 'instead '}${against[list]}`
  if (from !== null || to !== null) return `discount ${from === null ? 'none' : point(from)} → ${to === null ? 'none' : point(to)}`
  const [was, is] = [side(shares.from, percent), side(shares.to, percent)]
  // Shares are quotients of figures: the same one differs in its last digits.
  return Math.abs(shares.to - shares.from) < 1e-9 ? `still ${is}, ${against[list]}` : `${was} → ${is}`
}

function side(share: number, percent: (share: number) => string): string {
  return `${percent(Math.abs(share))} ${share < 0 ? 'above' : 'below'} list`
}
