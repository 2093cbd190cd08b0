import type { Id } from '#shared/document/types.ts'
import { sum } from '#shared/money/index.ts'
import { poolState } from './pools.ts'
import type { Pooled, PoolView } from './pools.ts'

/** The charges that share a rate, in the order of the rows; their quantities are known once their rows were read. */
export type Pool = {
  readonly pooled: Pooled
  readonly members: { readonly row: Id; readonly quantity: () => number | null }[]
  view: PoolView | null
}

export function emptyPool(pooled: Pooled): Pool {
  return { pooled, members: [], view: null }
}

/** Adds a pool up once the quantities of its rows are known. */
export function settlePool(pool: Pool): null {
  const { pooled, members } = pool
  const known = members.flatMap(({ quantity }) => quantity() ?? [])
  pool.view = {
    ...poolState(pooled, sum(known)),
    rows: new Set(members.map(({ row }) => row)).size,
    charges: members.length,
    unknown: members.length - known.length,
  }
  return null
}
