import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import { isSamePrice, poolState } from '../pools.ts'
import type { Pooled, PoolView } from '../pools.ts'
import type { PoolNode, RowNode } from './nodes.ts'
import type { Engine } from './state.ts'

/** The pool of a rate, made when the first charge of a row meets it. */
export function poolNode(engine: Engine, pooled: Pooled): PoolNode {
  const known = engine.pools.get(pooled.key)
  if (known !== undefined) return known
  const node: PoolNode = {
    kind: 'pool',
    mark: 0,
    pending: 0,
    stale: false,
    pooled,
    bearers: new Set(),
    rows: [],
    slots: [],
    state: poolState(pooled, 0),
    view: null,
    isTouched: false,
  }
  engine.pools.set(pooled.key, node)
  return node
}

/** A row's charges came into its pools, or their quantities stand elsewhere now. */
export function joinPools(engine: Engine, row: RowNode): void {
  for (const bound of row.bound?.pools ?? []) {
    if (bound === null) continue
    bound.pool.bearers.add(row)
    engine.loosePools.add(bound.pool)
  }
}

export function leavePools(engine: Engine, row: RowNode): void {
  for (const bound of row.bound?.pools ?? []) {
    if (bound === null) continue
    bound.pool.bearers.delete(row)
    engine.loosePools.add(bound.pool)
  }
}

/** Puts the rows of loose pools in order and lets go of pools without rows; answers those that have to be added up again. */
export function orderPools(engine: Engine): readonly PoolNode[] {
  const loose = [...engine.loosePools]
  engine.loosePools.clear()
  return loose.filter((pool) => {
    if (pool.bearers.size === 0) {
      engine.pools.delete(pool.pooled.key)
      return false
    }
    pool.rows = [...pool.bearers].sort((a, b) => byOrder(a.component, b.component))
    pool.slots = pool.rows.flatMap(({ bound }) => bound!.pools.flatMap((one) => (one?.pool === pool ? one.slot : [])))
    return true
  })
}

/** As the rows of the workbook are ordered. */
export function byOrder(a: RowNode['component'], b: RowNode['component']): number {
  if (a.order !== b.order) return a.order - b.order
  return a.id < b.id ? -1 : 1
}

/** Adds a pool up; answers whether a unit costs something else now, so that its rows have to be priced again. */
export function evaluatePool(engine: Engine, pool: PoolNode): boolean {
  const quantities = accumulator()
  const values = engine.values.at
  for (const slot of pool.slots) {
    const quantity = values[slot]!
    if (!Number.isNaN(quantity)) accumulate(quantities, quantity)
  }
  const before = pool.state
  pool.state = poolState(pool.pooled, accumulated(quantities))
  pool.view = null
  pool.isTouched = false
  return !isSamePrice(before, pool.state)
}

export function viewOf(engine: Engine, key: string): PoolView {
  const pool = engine.pools.get(key)
  if (pool === undefined) throw new Error(`The calculator has no pool ${key}.`)
  const values = engine.values.at
  pool.view ??= {
    ...pool.state,
    rows: pool.rows.length,
    charges: pool.slots.length,
    unknown: pool.slots.filter((slot) => Number.isNaN(values[slot]!)).length,
  }
  return pool.view
}
