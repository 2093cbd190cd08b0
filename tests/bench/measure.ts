import { rootDriver } from './model.ts'
import type { Model } from './model.ts'
import type { BuiltPeer, Peer } from './peer.ts'

/** Milliseconds (medians) and the totals after each act, by which engines are compared. */
export type Measured = {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly heapMb: number
  readonly totals: readonly number[]
}

/** How often each act is repeated. */
export type Rounds = { readonly a: number; readonly b: number; readonly c: number }

/** Rounds are made in so many turns, in which every engine has its own: what else the machine does then slows all of them. */
const turns = 3

/** A: build and first total. B: the root driver changes. C: one row's count formula changes. */
export function measure(peers: readonly Peer[], model: Model, rounds: Rounds): readonly Measured[] {
  const built = peers.map((peer) => buildOf(peer, model, rounds))
  const kept = built.map(({ prepared }) => prepared.build())
  const totals = kept.map((one) => [one.total()])
  const addTotals = () => kept.forEach((one, at) => totals[at]!.push(one.total()))
  const base = model.drivers[rootDriver]!
  const b = inTurns(kept, rounds.b, (one, round) => one.setDriver(rootDriver, Math.round(base * (1 + ((0.013 * (round + 1)) % 0.9)))))
  addTotals()
  for (const one of kept) one.setDriver(rootDriver, base)
  const c = inTurns(kept, rounds.c, (one, round) => one.setLeast((round * 104_729 + 11) % model.size, 2 + (round % 9)))
  addTotals()
  for (const one of kept) one.free()
  return built.map(({ a, heap }, at) => ({ a, b: median(b[at]!), c: median(c[at]!), heapMb: heap, totals: totals[at]! }))
}

function buildOf(peer: Peer, model: Model, rounds: Rounds) {
  const prepared = peer.prepare(model)
  const heapBefore = heapMb()
  const first = prepared.build()
  const heap = heapMb() - heapBefore
  first.free()
  return { prepared, heap, a: median(times(rounds.a, () => prepared.build().free())) }
}

function inTurns(engines: readonly BuiltPeer[], rounds: number, act: (engine: BuiltPeer, round: number) => void): readonly number[][] {
  const found = engines.map((): number[] => [])
  const each = Math.ceil(rounds / turns)
  for (let turn = 0; turn < turns; turn += 1)
    engines.forEach((engine, at) => found[at]!.push(...times(each, (round) => act(engine, turn * each + round))))
  return found
}

function times(rounds: number, act: (round: number) => void): number[] {
  const warm = Math.ceil(rounds / 4)
  for (let round = 0; round < warm; round += 1) act(round + rounds)
  return Array.from({ length: rounds }, (_, round) => timed(() => act(round)))
}

/** Milliseconds by the clock, as a person waits them: measure on a machine that does nothing else. */
export function timed(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function heapMb(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024 / 1024
}
