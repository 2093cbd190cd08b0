/**
 * Structural equality of plain data (records, arrays, text, numbers, null). A key that is absent and a key
 * that holds `undefined` are the same, because a file cannot tell them apart.
 */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === 0 && b === 0
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && equalArrays(a, b)
  return within(a, b) && within(b, a)
}

function equalArrays(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]))
}

function within(a: object, b: object): boolean {
  for (const [key, value] of Object.entries(a)) {
    const other: unknown = Object.hasOwn(b, key) ? Reflect.get(b, key) : undefined
    if (!equal(value, other)) return false
  }
  return true
}
