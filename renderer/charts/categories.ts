import type { Money } from '#pricing/calculator/types.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { knownText } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { ChartShape } from './types.ts'

/** A bar made of categories of services: a design, or a month of one. */
export type Categorised = { readonly name: string; readonly categories: ReadonlyMap<string, Money>; readonly total: Money }

/** What each place pays for each category, dearest category first; over each bar what it comes to. */
export function byCategory(places: readonly Categorised[], printer: Printer): Extract<ChartShape, { kind: 'stacked' }> {
  const series = categoriesIn(places).map((category) => ({
    name: categoryName(category),
    values: places.map(({ categories }) => valueOf(categories.get(category))),
  }))
  return { kind: 'stacked', places: places.map(({ name }) => name), series, sums: places.map(({ total }) => costText(total, printer)) }
}

/** Every category that any place has, the one that costs most anywhere first. */
export function categoriesIn(places: readonly Categorised[]): readonly string[] {
  const names = [...new Set(places.flatMap(({ categories }) => [...categories.keys()]))]
  const most = new Map(names.map((name) => [name, Math.max(...places.map(({ categories }) => categories.get(name)?.monthly ?? 0))]))
  return names.toSorted((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0))
}

const names = new Map<string, string>(Object.entries(categoryNames))

export function categoryName(category: string): string {
  return names.get(category) ?? category
}

/** A category that is not there costs nothing; one of which nothing is known does not. */
export function costText(money: Money | undefined, printer: Printer): string {
  return money === undefined ? printer.money(0) : knownText(money, money.monthly, printer)
}

function valueOf(money: Money | undefined): number | null {
  if (money === undefined) return 0
  return isKnown(money) ? money.monthly : null
}
