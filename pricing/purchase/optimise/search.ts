import { boundAt, type Table, tableOf } from './bound.ts'
import { Master, type Box } from './master.ts'
import { nestingOf, type Nesting } from './nesting.ts'
import { polish, type Candidate } from './polish.ts'
import type { Pool } from './pool.ts'
import { roughly, type Rough } from './rough.ts'
import { separableBound } from './separable.ts'
import { costOfPool, ordersOf, type ChoiceOrder } from './truth.ts'

/**
 * `cost` is what the quantities cost, `bound` what no other quantities can go below, both in dollars per hour. `isExact`: the cost is that of
 * the clouds' own order to the last digit, whatever single lines the usage consists of.
 */
export type Found = { readonly quantities: Float64Array; readonly cost: number; readonly bound: number; readonly isExact: boolean }

/** A part of the plans, and a level that none of them goes below. */
type Part = Box & { readonly bound: number }

/** Relative to the cost without commitments. */
const tolerance = 1e-9
/** The same once so many parts of the plans were looked at: steps can be combined in more ways than anybody can tell apart. */
const laterTolerance = 1e-6
const manyParts = 40
/** What a visit counts at least: the program over the planes takes its time too. */
const leastEffort = 20_000

/**
 * The cheapest quantities of a pool's offers: cutting planes (Kelley 1960) under the convex cost of `bound.ts`, and branch and bound over the
 * quantities that are sold in steps. Where the clouds' own order costs what the bound says (`nesting.ts`) the answer is the
 * optimum up to the tolerance; else its cost in the clouds' order and a bound are given. What may go to spot is found with them: the quantities
 * are those of the offers, then the shares of the movers. The planes are finitely many and each
 * round finds a new one or ends. `effort` limits the work in visits of a commodity in an hour class; what is not finished by then shows in the bound.
 */
export function search(pool: Pool, effort: number, progress: Progress): Found {
  const whole = effort * (1 + roughShare)
  let spent = 0
  const telling = (visits: number) => {
    spent += visits
    progress(Math.min(1, spent / whole))
  }
  const rough: Rough = (part, work, start) => new Search(part, work, start, telling).rough()
  return new Search(pool, effort, roughly(pool, effort * roughShare, rough), telling).run()
}

/** Told how much of the effort is spent, 0 to 1: most searches end long before all of it is. */
export type Progress = (done: number) => void

/** Share of the effort that goes into a first look. */
const roughShare = 1 / 3

class Search {
  readonly #pool: Pool
  readonly #nesting: Nesting
  readonly #table: Table
  readonly #orders: readonly ChoiceOrder[]
  readonly #master: Master
  readonly #steps: Float64Array
  readonly #scale: Float64Array
  readonly #unit: number
  readonly #roundCost: number
  #effort: number
  readonly #spend: (visits: number) => void
  #parts = 0
  #best: Float64Array
  #bestCost: number
  /** Where the last part was lowest. */
  #center: Float64Array<ArrayBuffer>
  #reach: number

  constructor(pool: Pool, effort: number, start: Float64Array<ArrayBuffer> | null, spend: (visits: number) => void) {
    const { choices } = pool
    this.#spend = spend
    this.#pool = pool
    this.#nesting = nestingOf(pool)
    this.#table = tableOf(pool, this.#nesting)
    this.#orders = ordersOf(pool)
    const shares = pool.movers.map(({ most }) => most)
    this.#scale = Float64Array.from([...choices.map(({ limit }) => limit), ...shares])
    this.#steps = Float64Array.from([...choices.map(({ offer, limit }) => offer.step / limit), ...shares.fill(0)])
    this.#master = new Master(this.#scale.length)
    this.#unit = pool.uncovered
    this.#roundCost = Math.max(
      leastEffort,
      pool.weights.length * (pool.demand.length + this.#scale.length) * (this.#nesting.isExact ? 1 : 2),
    )
    this.#effort = effort
    this.#best = new Float64Array(this.#scale.length)
    this.#bestCost = Infinity
    this.#reach = start === null ? 0.25 : 0.02
    this.#center = start ?? new Float64Array(this.#scale.length)
  }

  /** The best shares of the limits, as if nothing were sold in steps. */
  rough(): Float64Array<ArrayBuffer> {
    return this.#lowestIn(this.#everything()).at
  }

  run(): Found {
    const everything = this.#everything()
    this.#visit(everything.low)
    const open = [everything]
    let bound = Infinity
    for (let box = open.pop(); box !== undefined; box = open.pop()) {
      this.#parts++
      const found = this.#lowestIn(box)
      const fractional = found.bound < this.#bestCost - this.#tolerance() && this.#effort > 0 ? this.#mostFractional(found.at) : -1
      if (fractional === -1) bound = Math.min(bound, found.bound)
      else open.push(...this.#halves(box, fractional, found.at[fractional] ?? 0, found.bound))
    }
    const found = { quantities: this.#best.map((share, index) => share * (this.#scale[index] ?? 0)), cost: this.#bestCost * this.#unit }
    const { isExact } = this.#nesting
    const best = isExact ? found : this.#polished(found.quantities)
    const isSeparable = this.#pool.movers.length === 0 && this.#bestCost - bound > laterTolerance
    const separable = isSeparable ? separableBound(this.#table, found.quantities) : -Infinity
    return { ...best, bound: Math.min(Math.max(bound * this.#unit, separable), best.cost), isExact }
  }

  #work(visits: number): void {
    this.#effort -= visits
    this.#spend(visits)
  }

  #everything(): Part {
    const low = new Float64Array(this.#scale.length)
    const high = low.map((_, index) => (this.#step(index) === 0 ? 1 : Math.ceil(1 / this.#step(index) - 1e-9) * this.#step(index)))
    return { low, high, bound: -Infinity }
  }

  /**
   * The lowest point of the box in the bound's sense: planes are added within a distance of the best point so far, which is widened where
   * they promise well and narrowed where they do not (without it the points jump from corner to corner). Ends when the bound meets the cost,
   * or when the box cannot beat the best plan.
   */
  #lowestIn(box: Part): { readonly at: Float64Array<ArrayBuffer>; readonly bound: number } {
    let center = this.#center.map((share, index) => Math.min(box.high[index] ?? 1, Math.max(box.low[index] ?? 0, share)))
    let cost = this.#visit(center)
    let bound = box.bound
    for (let reach = this.#reach; ;) {
      const worked = this.#master.work
      const lowest = this.#master.lowest(within(box, center, reach), box)
      this.#work(this.#master.work - worked)
      bound = Math.max(bound, lowest.bound)
      if (cost - bound <= tolerance || bound >= this.#bestCost - this.#tolerance() || this.#effort <= 0) break
      const promised = cost - lowest.value
      if (promised <= tolerance / 10) {
        if (reach >= 1) break
        reach = 1
        continue
      }
      const tried = this.#visit(lowest.at)
      this.#tryRounded(lowest.at)
      if (tried < cost) {
        if (cost - tried > promised / 2) reach = Math.min(1, reach * 2)
        center = lowest.at
        cost = tried
      } else reach = Math.max(reach / 2, 1e-6)
    }
    this.#center = center
    this.#reach = 0.05
    return { at: center, bound }
  }

  /** Takes the plane at a point, and the point as a plan where its steps are whole. Its cost in the bound's sense. */
  #visit(shares: Float64Array): number {
    const quantities = shares.map((share, index) => share * (this.#scale[index] ?? 0))
    const plane = boundAt(this.#table, quantities)
    const value = plane.value / this.#unit
    const gradient = plane.gradient.map((slope, index) => (slope * (this.#scale[index] ?? 0)) / this.#unit)
    this.#master.add({ value, gradient }, shares)
    this.#work(this.#roundCost)
    if (this.#mostFractional(shares) === -1) this.#offer(shares, value)
    return value
  }

  /** A plan with the nearest whole steps of a point that has none. */
  #tryRounded(shares: Float64Array): void {
    if (this.#mostFractional(shares) === -1) return
    this.#visit(shares.map((share, index) => (this.#step(index) === 0 ? share : Math.round(share / this.#step(index)) * this.#step(index))))
  }

  #offer(shares: Float64Array, value: number): void {
    if (value >= this.#bestCost) return
    const quantities = shares.map((share, index) => share * (this.#scale[index] ?? 0))
    const cost = this.#nesting.isExact ? value : costOfPool(this.#pool, this.#orders, quantities) / this.#unit
    if (cost >= this.#bestCost) return
    this.#best = shares.slice()
    this.#bestCost = cost
  }

  /** The quantities are moved on; what is on spot stays there. */
  #polished(found: Float64Array): Candidate {
    const visits = Math.max(200, Math.floor(this.#effort / this.#roundCost / 4))
    const count = this.#pool.choices.length
    const all = found.slice()
    const costOf = (tried: Float64Array) => {
      all.set(tried)
      return costOfPool(this.#pool, this.#orders, all)
    }
    const best = polish(this.#pool, costOf, found.slice(0, count), Math.min(visits, 20_000))
    all.set(best.quantities)
    return { quantities: all, cost: best.cost }
  }

  /** The coordinate furthest from its steps, or -1 where all are on them. */
  #mostFractional(shares: Float64Array): number {
    let [worst, distance] = [-1, 1e-7]
    shares.forEach((share, index) => {
      const step = this.#step(index)
      if (step === 0) return
      const off = Math.abs(share / step - Math.round(share / step))
      if (off > distance) [worst, distance] = [index, off]
    })
    return worst
  }

  /** Below and above a point between two steps; the nearer half is looked at first. */
  #halves(box: Part, index: number, share: number, bound: number): readonly Part[] {
    const step = this.#step(index)
    const below = Math.floor(share / step)
    const lower: Part = { low: box.low, high: withValue(box.high, index, below * step), bound }
    const upper: Part = { low: withValue(box.low, index, (below + 1) * step), high: box.high, bound }
    return share / step - below < 0.5 ? [upper, lower] : [lower, upper]
  }

  #tolerance(): number {
    return this.#parts > manyParts ? laterTolerance : tolerance
  }

  #step(index: number): number {
    return this.#steps[index] ?? 0
  }
}

function within(box: Box, center: Float64Array, reach: number): Box {
  return {
    low: box.low.map((from, index) => Math.max(from, (center[index] ?? 0) - reach)),
    high: box.high.map((to, index) => Math.min(to, (center[index] ?? 0) + reach)),
  }
}

function withValue(values: Float64Array<ArrayBuffer>, index: number, value: number): Float64Array<ArrayBuffer> {
  const copy = values.slice()
  copy[index] = value
  return copy
}
