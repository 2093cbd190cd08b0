import type { PurchaseShare } from '#shared/document/types.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'

/** The ways a share can be bought, as the inspector's list names them. */
export const WAYS = [
  { value: '1y', label: 'Reserved 1 year' },
  { value: '3y', label: 'Reserved 3 years' },
  { value: 'spot', label: 'Spot' },
] as const
export type Way = (typeof WAYS)[number]['value']

export const PAYMENTS = [
  { value: 'no-upfront', label: 'No upfront' },
  { value: 'partial-upfront', label: 'Partial upfront' },
  { value: 'all-upfront', label: 'All upfront' },
] as const

export function wayOf(share: PurchaseShare): Way {
  return share.kind === 'spot' ? 'spot' : share.term
}

/** The same share bought another way: coverage and typed discount stay, and the payment where there is one. */
export function boughtBy(share: PurchaseShare, way: Way): PurchaseShare {
  const kept = { coverage: share.coverage, ...(share.discount === undefined ? {} : { discount: share.discount }) }
  if (way === 'spot') return { kind: 'spot', ...kept }
  return { kind: 'reserved', term: way, payment: share.kind === 'reserved' ? share.payment : 'no-upfront', ...kept }
}

/** A further share: everything when it is the first, else nothing until somebody says how much. */
export function nextShare(shares: readonly PurchaseShare[]): PurchaseShare {
  const coverage = shares.length === 0 ? '100%' : '0%'
  return shares.some((share) => share.kind === 'reserved')
    ? { kind: 'spot', coverage }
    : { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage }
}

export const OFFERINGS = [
  { value: 'standard', label: 'Standard' },
  { value: 'convertible', label: 'Convertible' },
] as const

/** The same reservation in another offering; standard is what is meant where nothing is said. */
export function offered(share: PurchaseShare & { readonly kind: 'reserved' }, offering: string): PurchaseShare {
  const { offering: _, ...rest } = share
  return offering === 'convertible' ? { ...rest, offering } : rest
}

/**
 * A share as the Buys column can write it too: `50` is half of the machines. There ` + ` stands between two shares, so a formula's own plus
 * signs are written without spaces around them.
 */
export function tidyShare(share: PurchaseShare): PurchaseShare {
  return { ...share, coverage: close(share.coverage), ...(share.discount === undefined ? {} : { discount: close(share.discount) }) }
}

function close(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('=') && !trimmed.endsWith('%')) return asPercent(trimmed)
  return trimmed.replace(/\s+\+\s+/g, '+')
}

/** `0.5` and `50` both mean half of the machines: a share above one can only have been meant in percent. */
function asPercent(text: string): string {
  const number = Number(text)
  if (text === '' || Number.isNaN(number)) return text
  return `${Number((number > 1 ? number : number * 100).toPrecision(12))}%`
}

/** What is paid less than list on this row, by the name of each reason, in the workbook's currency. */
export function savings(estimate: ComponentEstimate): ReadonlyMap<string, number> {
  const saved = new Map<string, number>()
  for (const charge of estimate.charges) {
    if (charge.cost === null) continue
    const bought = charge.discounts.filter(({ kind }) => kind === 'commitment' || kind === 'sustained')
    for (const discount of bought) saved.set(discount.label, (saved.get(discount.label) ?? 0) + discount.amount)
  }
  return saved
}
