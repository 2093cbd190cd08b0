import { cityOf } from '#pricing/catalog/regions/cities.ts'
import { namedRegions } from '#pricing/catalog/regions.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** What somebody meant who wrote a region or a size in another way than the price book does. */

/** The region whose code, name or city was typed in any case and spacing: `EU-WEST-1`, `West Europe`, `Frankfurt`. Null when none is. */
export function meantRegion(cloud: Cloud, typed: string): string | null {
  const wanted = folded(typed)
  if (wanted === '') return null
  const known = spelledRegions.get(cloud) ?? spellingsOf(cloud)
  spelledRegions.set(cloud, known)
  return known.get(wanted) ?? null
}

const spelledRegions = new Map<Cloud, ReadonlyMap<string, string>>()

/** Regions by all that they may be called; a code goes before a name, an earlier region before a later one. */
function spellingsOf(cloud: Cloud): ReadonlyMap<string, string> {
  const regions = namedRegions(cloud).toReversed()
  const byName = regions.flatMap(({ code, name }) => namesOf(code, name).map((one) => [one, code] as const))
  return new Map([...byName, ...regions.map(({ code }) => [folded(code), code] as const)])
}

/** `Europe (Ireland)` is also known as `Europe`, `Ireland` and by its city, `Dublin`. */
function namesOf(code: string, name: string): readonly string[] {
  const [, outside = '', inside = ''] = /^(.*?) \((.+)\)$/.exec(name) ?? []
  const [city = ''] = cityOf(code).split(',')
  return [name, outside, inside, city].map(folded)
}

/**
 * Answers which name of a list is the typed one but for case and marks, or for the word its vendor writes before it: `D2s_v5` of
 * `Standard_D2s_v5`; null for none. Lists are long: each name is spelled plainly once.
 */
export function meantAmong(names: readonly string[]): (typed: string) => string | null {
  let known: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>] | null = null
  return (typed) => {
    const wanted = folded(typed)
    if (wanted === '') return null
    known ??= [firstBy(names, folded), firstBy(names, (name) => folded(name.replace(vendorWord, '')))]
    return known[0].get(wanted) ?? known[1].get(wanted) ?? null
  }
}

function firstBy(names: readonly string[], keyOf: (name: string) => string): ReadonlyMap<string, string> {
  return new Map(names.toReversed().map((name) => [keyOf(name), name]))
}

const vendorWord = /^(?:Standard_|db\.|ml\.|cache\.)/

/** Letters and digits alone, without accents and case. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
