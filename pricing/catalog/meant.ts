import { cityOf } from '#pricing/catalog/regions/cities.ts'
import { namedRegions } from '#pricing/catalog/regions.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** What somebody meant who wrote a region or a size in another way than the price book does. */

/** The region whose code, name or city was typed in any case and spacing: `EU-WEST-1`, `West Europe`, `Frankfurt`. Null when none is. */
export function meantRegion(cloud: Cloud, typed: string): string | null {
  const wanted = folded(typed)
  if (wanted === '') return null
  const regions = namedRegions(cloud)
  const meant =
    regions.find(({ code }) => folded(code) === wanted) ?? regions.find(({ code, name }) => namesOf(code, name).includes(wanted))
  return meant?.code ?? null
}

/** `Europe (Ireland)` is also known as `Europe`, `Ireland` and by its city, `Dublin`. */
function namesOf(code: string, name: string): readonly string[] {
  const [, outside = '', inside = ''] = /^(.*?) \((.+)\)$/.exec(name) ?? []
  const [city = ''] = cityOf(code).split(',')
  return [name, outside, inside, city].map(folded)
}

/** The name that is the typed one but for case and marks, or for the word its vendor writes before it: `D2s_v5` of `Standard_D2s_v5`. */
export function meantName(names: readonly string[], typed: string): string | null {
  const wanted = folded(typed)
  if (wanted === '') return null
  const bare = (name: string) => folded(name.replace(vendorWord, ''))
  return names.find((name) => folded(name) === wanted) ?? names.find((name) => bare(name) === wanted) ?? null
}

const vendorWord = /^(?:Standard_|db\.|ml\.|cache\.)/

/** Letters and digits alone, without accents and case. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
