import { excelAtom } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Pooled } from '#pricing/calculator/pools.ts'
import { sum } from '#shared/money/index.ts'
import { tierCost } from '#pricing/calculator/tiers.ts'
import type { Design, PoolPlace } from './design.ts'
import { inCurrency, setSteps } from './steps.ts'
import { computed, here, keepLine, nextLine, range, setLine, there } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { sumOfLines } from './runs.ts'

/** The shared price of a charge; its lines are kept when the first charge of it comes, and filled when all have come. */
export function poolOf(design: Design, pooled: Pooled): PoolPlace {
  const known = design.pools.get(pooled.key)
  if (known !== undefined) return known
  const { pools, tiers } = design.sheets
  const place: PoolPlace = { pooled, line: keepLine(pools), firstStep: nextLine(tiers), members: [] }
  for (let step = 0; step < pooled.rate.tiers.length; step += 1) keepLine(tiers)
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
  for (const place of design.pools.values()) fillPool(design, place, charges)
}

function fillPool(design: Design, place: PoolPlace, charges: readonly [number, number]): void {
  const { pools, tiers } = design.sheets
  const { key, rate, free } = place.pooled
  const { perUsd } = design.report.settings.currency
  const quantity = sum(place.members.map((member) => member.quantity))
  const paid = Math.max(0, quantity - free)
  const steps = rate.tiers.map(({ from, to, price }) => ({ from, to, price: inCurrency(design, price), value: price * perUsd }))
  const counted = { piece: excelAtom(there(pools, 'paid', place.line), 0), value: paid }
  const last = setSteps(design, key, steps, counted, place.firstStep)
  const covered = rate.covered < Infinity ? rate.covered : null
  const total = `SUM(${range(tiers, 'cost', place.firstStep, last)})`
  const paidCell = here(pools, 'paid', place.line)
  const known = covered === null ? total : `IF(${paidCell}>${here(pools, 'covered', place.line)},NA(),${total})`
  setLine(pools, place.line, {
    scenario: design.report.scenario,
    key,
    quantity: unitsTogether(design, place, charges, quantity),
    free,
    paid: computed(`MAX(0,${here(pools, 'quantity', place.line)}-${here(pools, 'free', place.line)})`, paid),
    covered,
    cost: computed(known, paid > rate.covered ? '#N/A' : tierCost(rate.tiers, paid) * perUsd),
  })
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
  const formula = sumOfLines(
    charges,
    'pooled',
    place.members.map(({ line }) => line),
  )
  return formula === null ? quantity : computed(formula, quantity)
}
