import type { CellText, Component, PurchaseShare, RowPrice } from './types.ts'

/** A formula text with some of its references renamed; the very same text when nothing is. */
export type Rewrite = (text: CellText) => CellText

/** Every formula of a row rewritten; the very same row where none is. */
export function rewriteComponent(component: Component, rewrite: Rewrite): Component {
  const inputs = Object.entries(component.inputs).map(([name, text]) => [name, rewrite(text)] as const)
  const purchase = component.purchase.map((share) => rewriteShare(share, rewrite))
  const prices = Object.entries(component.prices).map(([charge, one]) => [charge, rewritePrice(one, rewrite)] as const)
  const same =
    inputs.every(([name, text]) => component.inputs[name] === text) &&
    purchase.every((share, index) => share === component.purchase[index]) &&
    prices.every(([charge, one]) => component.prices[charge] === one)
  return same ? component : { ...component, inputs: Object.fromEntries(inputs), purchase, prices: Object.fromEntries(prices) }
}

function rewritePrice(one: RowPrice, rewrite: Rewrite): RowPrice {
  const price = rewrite(one.price)
  return price === one.price ? one : { ...one, price }
}

/** The cells of a spot share that say how often it is interrupted. */
export function spotTexts(share: PurchaseShare): readonly (readonly ['interruption' | 'checkpoint' | 'restart', CellText])[] {
  if (share.kind !== 'spot') return []
  return (['interruption', 'checkpoint', 'restart'] as const).flatMap((field) => {
    const text = share[field]
    return text === undefined ? [] : [[field, text] as const]
  })
}

function rewriteShare(share: PurchaseShare, rewrite: Rewrite): PurchaseShare {
  const spot = spotTexts(share).map(([field, text]) => [field, text, rewrite(text)] as const)
  const coverage = rewrite(share.coverage)
  const discount = share.discount === undefined ? undefined : rewrite(share.discount)
  if (coverage === share.coverage && discount === share.discount && spot.every(([, text, next]) => text === next)) return share
  const texts = Object.fromEntries(spot.map(([field, , next]) => [field, next]))
  return { ...share, ...texts, coverage, ...(discount === undefined ? {} : { discount }) }
}
