/** How well words are found in a text: pure, so that the palette can be tested without a window. */

export type Searchable = { readonly title: string; /** Other words it is found by. */ readonly words: string }

/** The words of a query, lower case. */
export function queryWords(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/**
 * 0 when a word of the query is nowhere in it; else higher for what a person more likely meant: the title itself,
 * its beginning, the beginning of a word, the middle of a word, other words.
 */
export function score(item: Searchable, words: readonly string[]): number {
  const title = item.title.toLowerCase()
  const other = item.words.toLowerCase()
  let sum = 0
  for (const word of words) {
    const found = scoreWord(title, other, word)
    if (found === 0) return 0
    sum += found
  }
  // Of two titles that hold the words alike, the shorter holds less that was not asked for.
  return sum + 1 / (1 + title.length)
}

function scoreWord(title: string, other: string, word: string): number {
  if (title === word) return 100
  if (title.startsWith(word)) return 60
  const at = title.indexOf(word)
  if (at > 0) return startsWord(title, at) ? 40 : 15
  const inOther = other.indexOf(word)
  if (inOther < 0) return 0
  return startsWord(other, inOther) ? 20 : 8
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

/** The best items, best first; equals stay in their order. */
export function best<Item extends Searchable>(
  items: Iterable<Item>,
  words: readonly string[],
  most: number,
): readonly (Item & { readonly score: number })[] {
  const found: (Item & { readonly score: number })[] = []
  for (const item of items) {
    const points = score(item, words)
    if (points > 0 || words.length === 0) found.push({ ...item, score: points })
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, most)
}

/** Items that another search has found and put in order, with what they score here: only for being compared with other sections. */
export function scored<Item extends Searchable>(
  items: readonly Item[],
  words: readonly string[],
): readonly (Item & { readonly score: number })[] {
  return items.map((item) => ({ ...item, score: score(item, words) }))
}
