import { ordersBetween, ORDER_STEP } from '../order.ts'
import type { Id } from '../types.ts'
import type { Side } from './types.ts'

type Sequences = {
  /** `null`: not known. */
  readonly base: readonly Id[] | null
  readonly ours: readonly Id[]
  readonly theirs: readonly Id[]
  /** Which of them the merged list has. */
  readonly kept: ReadonlySet<Id>
}

/** Between what stands in front of the first fixed one. */
type Anchor = Id | null
type Runs = ReadonlyMap<Anchor, readonly Id[]>

/**
 * Three lists as one. What neither copy moved stays; what one copy moved or added follows what stands before it there. `settle` is
 * asked about each that both copies put somewhere else. What both added at one place stands in an order that does not depend on
 * which copy is called ours, so that two people who merge get the same list.
 */
export function mergedSequence({ base, ours, theirs, kept }: Sequences, settle: (id: Id) => Side): readonly Id[] {
  const from = base ?? ours
  const placed = placements({ base, ours, theirs, kept }, from, settle)
  const fixed = from.filter((id) => kept.has(id) && placed.get(id) === undefined)
  const isFixed = new Set(fixed)
  const byOurs = runs(ours, isFixed, (id) => kept.has(id) && (placed.get(id) === 'ours' || placed.get(id) === 'both'))
  const byTheirs = runs(theirs, isFixed, (id) => kept.has(id) && (placed.get(id) === 'theirs' || placed.get(id) === 'both'))
  const { left, right } = settled(byOurs, byTheirs, placed, settle)
  return [null, ...fixed].flatMap((anchor) => [
    ...(anchor === null ? [] : [anchor]),
    ...joinedRuns(left.get(anchor) ?? [], right.get(anchor) ?? []),
  ])
}

type Placed = ReadonlyMap<Id, Side | 'both'>

/** Who put each kept one where it stands; those nobody moved are left out. */
function placements({ base, ours, theirs, kept }: Sequences, from: readonly Id[], settle: (id: Id) => Side): Placed {
  const known = new Set(from)
  const inOurs = new Set(ours)
  const inTheirs = new Set(theirs)
  const movedByOurs = moved(from, ours)
  const movedByTheirs = moved(from, theirs)
  const placed = new Map<Id, Side | 'both'>()
  for (const id of kept) {
    const oursPlaces = inOurs.has(id) && (!known.has(id) || movedByOurs.has(id))
    const theirsPlaces = inTheirs.has(id) && (!known.has(id) || movedByTheirs.has(id))
    if (base === null && theirsPlaces && inOurs.has(id)) {
      if (settle(id) === 'theirs') placed.set(id, 'theirs')
    } else if (oursPlaces || theirsPlaces) placed.set(id, oursPlaces && theirsPlaces ? 'both' : oursPlaces ? 'ours' : 'theirs')
  }
  return placed
}

/** Those of a list that moved against each other, as few as possible: all but a longest part that still stands in the old order. */
function moved(from: readonly Id[], to: readonly Id[]): ReadonlySet<Id> {
  const place = new Map(from.map((id, index) => [id, index]))
  const common = to.filter((id) => place.has(id))
  const still = new Set(longestRising(common, (id) => place.get(id) ?? 0))
  return new Set(common.filter((id) => !still.has(id)))
}

/** A longest part of the list whose numbers rise, in its order. */
function longestRising(list: readonly Id[], number: (id: Id) => number): readonly Id[] {
  const nodes: { readonly id: Id; readonly number: number; readonly before: number }[] = []
  const heads: number[] = []
  for (const id of list) {
    const value = number(id)
    let low = 0
    let high = heads.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((nodes[heads[middle] ?? 0]?.number ?? 0) < value) low = middle + 1
      else high = middle
    }
    heads[low] = nodes.push({ id, number: value, before: low === 0 ? -1 : (heads[low - 1] ?? -1) }) - 1
  }
  const longest: Id[] = []
  for (let node = nodes[heads.at(-1) ?? -1]; node !== undefined; node = nodes[node.before]) longest.push(node.id)
  return longest.reverse()
}

/** What a copy placed, behind the last fixed one before it. */
function runs(list: readonly Id[], fixed: ReadonlySet<Id>, isPlaced: (id: Id) => boolean): Runs {
  const found = new Map<Anchor, Id[]>()
  let anchor: Anchor = null
  for (const id of list) {
    if (fixed.has(id)) anchor = id
    else if (isPlaced(id)) {
      const run = found.get(anchor)
      if (run === undefined) found.set(anchor, [id])
      else run.push(id)
    }
  }
  return found
}

/** What both copies placed stands in one run only where they put it somewhere else. */
function settled(ours: Runs, theirs: Runs, placed: Placed, settle: (id: Id) => Side): { readonly left: Runs; readonly right: Runs } {
  const agreed = agreedPlaces(ours, theirs, (id) => placed.get(id) === 'both')
  const both = [...ours.values()].flat().filter((id) => placed.get(id) === 'both')
  const choice = new Map(both.filter((id) => !agreed.has(id)).map((id) => [id, settle(id)]))
  const without = (all: Runs, side: Side): Runs =>
    new Map([...all].map(([anchor, run]) => [anchor, run.filter((id) => choice.get(id) !== side)]))
  return { left: without(ours, 'theirs'), right: without(theirs, 'ours') }
}

/** What both put behind the same fixed one and in the same order, as many as possible, whichever copy is called ours. */
function agreedPlaces(ours: Runs, theirs: Runs, isBoth: (id: Id) => boolean): ReadonlySet<Id> {
  const agreed = new Set<Id>()
  for (const [anchor, run] of ours) {
    const other = theirs.get(anchor) ?? []
    const [inRun, inOther] = [new Set(run), new Set(other)]
    const here = run.filter((id) => isBoth(id) && inOther.has(id))
    const there = other.filter((id) => isBoth(id) && inRun.has(id))
    const [first, second] = JSON.stringify(here) < JSON.stringify(there) ? [here, there] : [there, here]
    const place = new Map(second.map((id, index) => [id, index]))
    for (const id of longestRising(first, (one) => place.get(one) ?? 0)) agreed.add(id)
  }
  return agreed
}

/** Both runs; what stands in both is in the same order in each. */
function joinedRuns(left: readonly Id[], right: readonly Id[]): readonly Id[] {
  const inRight = new Set(right)
  const joint: Id[] = []
  let from = 0
  let to = 0
  for (const shared of [...left.filter((id) => inRight.has(id)), null]) {
    const a = left.slice(from, shared === null ? left.length : left.indexOf(shared, from))
    const b = right.slice(to, shared === null ? right.length : right.indexOf(shared, to))
    joint.push(...((a[0] ?? '') < (b[0] ?? '') ? [...a, ...b] : [...b, ...a]))
    if (shared === null) break
    joint.push(shared)
    from += a.length + 1
    to += b.length + 1
  }
  return joint
}

/**
 * Order numbers for a list: those that `has` already knows are kept where they rise, the others stand between them, so that as few
 * records as possible change. Where no number is left in between, all are numbered evenly.
 */
export function numbered(list: readonly Id[], has: (id: Id) => number | undefined): ReadonlyMap<Id, number> {
  const known = list.filter((id) => has(id) !== undefined)
  const keeps = new Set(longestRising(known, (id) => has(id) ?? 0))
  const orders = new Map<Id, number>()
  let waiting: Id[] = []
  let last: number | null = null
  const place = (after: number | null): boolean => {
    const between = waiting.length === 0 ? [] : ordersBetween(last, after, waiting.length)
    if (between === null) return false
    waiting.forEach((id, index) => orders.set(id, between[index] ?? 0))
    waiting = []
    return true
  }
  const even = () => new Map(list.map((id, index) => [id, (index + 1) * ORDER_STEP]))
  for (const id of list) {
    const order = keeps.has(id) ? has(id) : undefined
    if (order === undefined) waiting.push(id)
    else {
      if (!place(order)) return even()
      orders.set(id, order)
      last = order
    }
  }
  return place(null) ? orders : even()
}
