import { excelAtom } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Pooled } from '#pricing/calculator/pools.ts'
import { tierCost } from '#pricing/calculator/tiers.ts'
import type { Design, PoolPlace } from './design.ts'
import { addSteps, inCurrency } from './steps.ts'
import { addLine, computed, here, range, setLine, there } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { sumOfLines } from './runs.ts'

/** The shared price of a charge: its line, made when the first charge of it comes, and its steps over the units it pays. */
export function poolOf(design: Design, pooled: Pooled): PoolPlace {
  const known = design.pools.get(pooled.key)
  if (known !== undefined) return known
  const { pools } = design.sheets
  const line = addLine(pools, {})
  const paid = excelAtom(there(pools, 'paid', line), 0)
  const quantity = quantityOf(design, pooled.key)
  const steps = pooled.rate.tiers.map(({ from, to, price }) => ({
    from,
    to,
    price: inCurrency(design, price),
    value: price * design.report.settings.currency.perUsd,
  }))
  const tiers = addSteps(design, pooled.key, steps, { piece: paid, value: Math.max(0, quantity - pooled.free) })
  const place = { pooled, line, members: [], tiers }
  design.pools.set(pooled.key, place)
  return place
}

/** A charge's part of what its pool costs. */
export function poolPart(design: Design, { line }: PoolPlace, quantity: ExcelPiece): string {
  const { pools } = design.sheets
  return `IF(${quantity.text}=0,0,${there(pools, 'cost', line)}*${quantity.text}/${there(pools, 'quantity', line)})`
}

/** Adds up the pools of a scenario once all its charges stand. */
export function fillPools(design: Design, charges: readonly [number, number]): void {
  const { pools, tiers } = design.sheets
  for (const place of design.pools.values()) {
    const { key, rate, free } = place.pooled
    const quantity = quantityOf(design, key)
    const paid = Math.max(0, quantity - free)
    const cost = tierCost(rate.tiers, paid) * design.report.settings.currency.perUsd
    const isBeyond = paid > rate.covered
    const total = `SUM(${range(tiers, 'cost', ...place.tiers)})`
    const covered = rate.covered < Infinity ? rate.covered : null
    const paidCell = here(pools, 'paid', place.line)
    const known = covered === null ? total : `IF(${paidCell}>${here(pools, 'covered', place.line)},NA(),${total})`
    setLine(pools, place.line, {
      scenario: design.report.scenario,
      key,
      quantity: unitsTogether(design, place, charges, quantity),
      free,
      paid: computed(`MAX(0,${here(pools, 'quantity', place.line)}-${here(pools, 'free', place.line)})`, paid),
      covered,
      cost: computed(known, isBeyond ? '#N/A' : cost),
    })
  }
}

/**
 * By the pool's key where no formula reads what rows cost; else charge by charge, because a range over all charges would make
 * Excel see circles that are none.
 */
function unitsTogether(design: Design, place: PoolPlace, [from, to]: readonly [number, number], quantity: number): Cell {
  const { charges, pools } = design.sheets
  if (design.sums.size === 0) {
    const [pooled, keys] = [range(charges, 'pooled', from, to), range(charges, 'pool', from, to)]
    return computed(`SUMIFS(${pooled},${keys},${here(pools, 'key', place.line)})`, quantity)
  }
  const formula = sumOfLines(charges, 'pooled', place.members)
  return formula === null ? quantity : computed(formula, quantity)
}

function quantityOf({ poolQuantities }: Design, key: string): number {
  return poolQuantities.get(key) ?? 0
}
