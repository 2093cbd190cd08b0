import type { Money } from '#pricing/calculator/types.ts'

/** What several rows come to together. */
export function sumMoney(all: readonly Money[], sum: (amounts: readonly number[]) => number): Money {
  return {
    list: sum(all.map((money) => money.list)),
    discount: sum(all.map((money) => money.discount)),
    negotiated: sum(all.map((money) => money.negotiated)),
    monthly: sum(all.map((money) => money.monthly)),
    upfront: sum(all.map((money) => money.upfront)),
    unknown: sum(all.map((money) => money.unknown)),
    problems: sum(all.map((money) => money.problems)),
  }
}
