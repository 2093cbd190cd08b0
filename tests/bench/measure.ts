import { rootDriver } from './model.ts'
import type { Model } from './model.ts'
import type { Peer } from './peer.ts'

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

/** A: build and first total. B: the root driver changes. C: one row's count formula changes. */
export function measure(peer: Peer, model: Model, rounds: Rounds): Measured {
  const prepared = peer.prepare(model)
  const heapBefore = heapMb()
  const kept = prepared.build()
  const heapAfter = heapMb()
  const totals = [kept.total()]
  const base = model.drivers[rootDriver]!
  const b = times(rounds.b, (round) => kept.setDriver(rootDriver, Math.round(base * (1 + ((0.013 * (round + 1)) % 0.9)))))
  totals.push(kept.total())
  kept.setDriver(rootDriver, base)
  const c = times(rounds.c, (round) => kept.setLeast((round * 104_729 + 11) % model.size, 2 + (round % 9)))
  totals.push(kept.total())
  kept.free()
  const a = times(rounds.a, () => prepared.build().free())
  return { a: median(a), b: median(b), c: median(c), heapMb: heapAfter - heapBefore, totals }
}

function times(rounds: number, act: (round: number) => void): number[] {
  const warm = Math.ceil(rounds / 4)
  for (let round = 0; round < warm; round += 1) act(round + rounds)
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now()
    act(round)
    return performance.now() - start
  })
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
