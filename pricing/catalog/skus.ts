import type { Price } from '#pricing/catalog/facts.ts'

/**
 * The SKUs of a machine's prices in a region as one text, as a book keeps them: one that is the same for every term, or a line for each
 * term in their order. `undefined` where none is known.
 */
export function skusText(skus: readonly (string | undefined)[], prices: readonly Price[]): string | undefined {
  const plain = prices.map((price, i) => (price === null ? null : (skus[i] ?? '').replace(/\s+/g, ' ')))
  const [first, ...others] = new Set(plain.filter((sku) => sku !== null))
  const text = others.length === 0 ? first : plain.map((sku) => sku ?? '').join('\n')
  return text === '' ? undefined : text
}

/** The SKU of a term, by its place among the terms; `undefined` where none is known. */
export function skuOf(text: string | undefined, term: number): string | undefined {
  if (text === undefined || !text.includes('\n')) return text
  return text.split('\n')[term] || undefined
}
