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
  return [...found].sort(naturally)
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const sizeWords = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge']

/** Order of sizes as people list them: `db.t3.micro`, `db.t3.large`, `db.t3.xlarge`, `db.t3.2xlarge`, `db.t3.10xlarge`. */
export function naturally(a: string, b: string): number {
  const left = pieces(a)
  const right = pieces(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePieces(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}

function pieces(text: string): readonly string[] {
  return text.match(/\d*xlarge|\d+|[a-z]+|[^a-z\d]+/gi) ?? []
}

function comparePieces(a: string, b: string): number {
  const sizes = sizeRank(a) - sizeRank(b)
  if (Number.isFinite(sizes) && sizes !== 0) return sizes
  const numbers = Number(a) - Number(b)
  if (Number.isFinite(numbers) && numbers !== 0) return numbers
  return a < b ? -1 : a > b ? 1 : 0
}

/** Place of a size word among its like; NaN for other words. `2xlarge` comes after `xlarge`. */
function sizeRank(piece: string): number {
  const multiple = /^(\d*)xlarge$/.exec(piece)
  if (multiple !== null) return sizeWords.length + Number(multiple[1] || '1')
  const at = sizeWords.indexOf(piece)
  return at === -1 ? NaN : at
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
