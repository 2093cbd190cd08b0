import { equal } from '../equal.ts'
import { ofParts, partsOf, partWithin, type Part } from './parts.ts'
import type { Side } from './types.ts'

/** What stands in one place of each copy; `undefined`: nothing. */
export type Values = { readonly base: unknown; readonly ours: unknown; readonly theirs: unknown }

type Ask = (path: readonly string[], values: Values) => Side

/**
 * What both copies make of a value, part by part. `ask` settles each part that both changed to something else; where the base is not
 * known (`isBaseKnown`), each that differs. `path`: the keys that lead to the value.
 */
export function mergedValue(part: Part, path: readonly string[], values: Values, isBaseKnown: boolean, ask: Ask): unknown {
  const { base, ours, theirs } = values
  if (equal(ours, theirs) || (isBaseKnown && equal(theirs, base))) return ours
  if (isBaseKnown && equal(ours, base)) return theirs
  const inner = dividedAlike(part, values, isBaseKnown)
  if (inner === null) return ask(path, values) === 'ours' ? ours : theirs
  const merged = new Map(
    inner.order.flatMap((key) => {
      const at = { base: inner.base.get(key), ours: inner.ours.get(key), theirs: inner.theirs.get(key) }
      const value = mergedValue(partWithin(part, key), [...path, key], at, isBaseKnown, ask)
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
  return ofParts(part, merged)
}

type Parts = ReadonlyMap<string, unknown>
type Divided = { readonly base: Parts; readonly ours: Parts; readonly theirs: Parts; readonly order: readonly string[] }

/** The parts of each copy, where they can be merged one by one; null where the value is one cell. */
function dividedAlike(part: Part, values: Values, isBaseKnown: boolean): Divided | null {
  if (values.ours === undefined || values.theirs === undefined) return null
  const [base, ours, theirs] = [isBaseKnown ? values.base : undefined, values.ours, values.theirs].map((value) => partsOf(part, value))
  if (!base || !ours || !theirs) return null
  const isFixed = part !== 'cell' && 'rows' in part
  if (isFixed && !(sameKeys(ours, theirs) && (base.size === 0 || sameKeys(base, ours)))) return null
  const order = orderOf([...ours.keys()], [...theirs.keys()], part !== 'cell' && 'by' in part ? part.isBefore : (one, other) => one < other)
  return order === null ? null : { base, ours, theirs, order }
}

function sameKeys(one: Parts, other: Parts): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key))
}

/**
 * The keys of both lists, each in its list's order; null where the lists have what is in both in unlike orders. The same whichever list
 * is called the first.
 */
function orderOf(one: readonly string[], other: readonly string[], isBefore: (a: string, b: string) => boolean): readonly string[] | null {
  const [inOne, inOther] = [new Set(one), new Set(other)]
  const order: string[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]]
    const isOnlyA = a !== undefined && !inOther.has(a)
    const isOnlyB = b !== undefined && !inOne.has(b)
    if (a !== undefined && a === b) {
      order.push(a)
      i += 1
      j += 1
    } else if (isOnlyA && (!isOnlyB || isBefore(a, b))) {
      order.push(a)
      i += 1
    } else if (isOnlyB) {
      order.push(b)
      j += 1
    } else return null
  }
  return order
}
