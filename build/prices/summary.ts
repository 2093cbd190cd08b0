import type { PriceBook } from '#pricing/catalog/types.ts'
import { clouds } from './facts.ts'
import type { Facts } from './facts.ts'

/** What a person wants to know after `npm run prices`: how much there is, how old, and what is missing. */
export function summary(facts: Facts, book: PriceBook, size: number): string {
  const compute = clouds.map((cloud) => {
    const { sizes, rows } = facts.compute[cloud]
    const known = (i: 0 | 1 | 2 | 3): number => rows.filter((row) => row.prices[i] !== null).length
    const rates = facts.rateRows.filter((row) => row.key.startsWith(`${cloud}.`)).length
    return `  ${cloud.padEnd(7)} ${sizes.length} machine sizes, ${rows.length} rows (spot ${known(1)}, 1 year ${known(2)}, 3 years ${known(3)}), ${rates} other rates`
  })
  const ended = facts.rates.filter((rate) => rate.covered !== Infinity)
  const lost = facts.rates.reduce((sum, rate) => sum + rate.unreachable, 0)
  return [
    `${book.id}: ${book.count} prices, ${(size / 1024).toFixed(0)} KB, SHA-256 ${book.hash}`,
    ...compute,
    `  reserved ${facts.reserved.length} rows and ${facts.derived.size} computed; ${facts.allowances} allowances, ${facts.discounts} discount ranges, ${facts.days} minimum terms`,
    `  sources ${facts.sources.size}; dates of rates ${dates(facts)}`,
    `  tiers without a known end: ${ended.length} rates; lines beyond a hole: ${lost}`,
  ].join('\n')
}

function dates(facts: Facts): string {
  const all = facts.rateRows.map((row) => row.origin.date).sort()
  const dated = all.filter((date) => date !== 'undated')
  return `${dated[0] ?? ''} to ${dated.at(-1) ?? ''} (${all.length - dated.length} undated)`
}
