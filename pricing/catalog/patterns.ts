/** Rate keys with a part left open: `aws.rds-postgres/{size}-single-az`. */

const hole = /\{\w+\}/

/**
 * What the first `{name}` of `pattern` is in each key that fits, without repeats, in natural order. Other `{names}` stand for any text.
 * A pattern without a `{name}` matches nothing.
 */
export function matchKeys(keys: readonly string[], pattern: string): readonly string[] {
  const parts = pattern.split(/\{\w+\}/)
  if (!hole.test(pattern)) return []
  const expression = new RegExp(`^${parts.map(literally).reduce((left, right, i) => `${left}${i === 1 ? '(.+)' : '.+'}${right}`)}$`)
  const found = new Set<string>()
  for (const key of keys) {
    const value = expression.exec(key)?.[1]
    if (value !== undefined) found.add(value)
  }
  return inNaturalOrder([...found])
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const sizeWords = ['nano', 'micro', 'small', 'medium', 'large']

/** Texts in the order people list sizes: `db.t3.micro`, `db.t3.large`, `db.t3.xlarge`, `db.t3.2xlarge`, `db.t3.10xlarge`. */
export function inNaturalOrder(texts: readonly string[]): readonly string[] {
  const cut = texts.map((text) => ({ text, pieces: pieces(text) }))
  return cut.sort((a, b) => comparePieces(a.pieces, b.pieces)).map((item) => item.text)
}

/** A piece is a word or a number: size words (`nano` … `12xlarge`) by size, then numbers, then other words by letters. */
type Piece = { readonly word: string; readonly rank: number }

function pieces(text: string): readonly Piece[] {
  return (text.match(/\d*xlarge|\d+|[a-z]+|[^a-z\d]+/gi) ?? []).map((word) => ({ word, rank: rankOf(word) }))
}

function comparePieces(a: readonly Piece[], b: readonly Piece[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]
    if (right === undefined) return 1
    if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
    if (left.word !== right.word) return left.word < right.word ? -1 : 1
  }
  return a.length - b.length
}

function rankOf(word: string): number {
  const multiple = /^(\d*)xlarge$/.exec(word)
  if (multiple !== null) return Number(multiple[1] || '1') - 2_000
  const at = sizeWords.indexOf(word)
  return at === -1 ? (/^\d+$/.test(word) ? Number(word) : Infinity) : at - 3_000
}

/** Up to three of `names` that begin most like `wanted`. */
export function alike(names: readonly string[], wanted: string): readonly string[] {
  const measured = names.map((name) => ({ name, shared: sharedStart(name, wanted) })).filter((item) => item.shared >= 2)
  return measured
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map((item) => item.name)
}

function sharedStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return i
}
