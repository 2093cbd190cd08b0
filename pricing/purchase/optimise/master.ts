import type { Plane } from './bound.ts'
import { Basis, type Column } from './basis.ts'

/** A point between two corners. */
export type Box = { readonly low: Float64Array<ArrayBuffer>; readonly high: Float64Array<ArrayBuffer> }

/** Where all planes together are lowest within the near box, how low they are there, and a level that they nowhere in the whole box go below. */
export type Lowest = { readonly at: Float64Array<ArrayBuffer>; readonly value: number; readonly bound: number }

/**
 * Minimises the maximum of planes over a box: min θ with θ ≥ offset_c + gradient_c · x, low ≤ x ≤ high. Solved as its dual by the
 * simplex method, in which a plane is a column: a new plane or another box leaves the last basis feasible, so that every answer starts
 * from the one before. Boxes and gradients are expected to be of the order of 1.
 *
 * Dual, with z = x - low and w = high - low: max Σ y_c (offset_c + gradient_c · low) - Σ w_j v_j, such that Σ y_c = 1 and
 * -Σ gradient_cj y_c + s_j - v_j = 0 for each coordinate j, all variables zero or more. The right-hand zeros are raised by tiny
 * different amounts against cycling; the bound is computed from y for the program without them and holds exactly.
 */
export class Master {
  readonly #size: number
  readonly #planes: { readonly offset: number; readonly gradient: Float64Array }[] = []
  #basis: Basis | null = null
  #work = 0

  constructor(size: number) {
    this.#size = size
  }

  add(plane: Plane, at: Float64Array): void {
    const offset = plane.value - dot(plane.gradient, at)
    this.#planes.push({ offset, gradient: plane.gradient })
    this.#basis ??= this.#firstBasis(plane.gradient)
  }

  /** Multiplications done so far, about. */
  get work(): number {
    return this.#work
  }

  /** At least one plane must have been added. */
  lowest(near: Box, whole: Box): Lowest {
    const { low, high } = near
    const basis = this.#basis
    const columns = this.#planes.length + 2 * this.#size
    const gains = Float64Array.from({ length: columns }, (_, column) => this.#gain(column, low, high))
    if (basis === null) return { at: low.slice(), value: -Infinity, bound: -Infinity }
    for (let pivots = 0; pivots < 5000 + 50 * columns; pivots++) {
      const prices = basis.prices(gains)
      this.#work += this.#size * (columns + 5 * this.#size)
      const entering = this.#entering(prices, gains, pivots > 1000 + 10 * columns)
      if (entering === -1 || !basis.enter(entering, this.#column(entering))) return this.#answer(basis, prices, near, whole)
    }
    return this.#answer(basis, basis.prices(gains), near, whole)
  }

  /** Columns 0 to n-1 are the slacks s, then come n surpluses v, then the planes. */
  #column(column: number): Column {
    const size = this.#size
    const entries = new Float64Array(size + 1)
    if (column < 2 * size) entries[(column % size) + 1] = column < size ? 1 : -1
    else {
      entries[0] = 1
      const gradient = this.#planes[column - 2 * size]?.gradient
      for (let row = 0; row < size; row++) entries[row + 1] = -(gradient?.[row] ?? 0)
    }
    return entries
  }

  #gain(column: number, low: Float64Array, high: Float64Array): number {
    const size = this.#size
    if (column < size) return 0
    if (column < 2 * size) return -((high[column - size] ?? 0) - (low[column - size] ?? 0))
    const plane = this.#planes[column - 2 * size]
    return plane === undefined ? 0 : plane.offset + dot(plane.gradient, low)
  }

  /** The column that gains most, or the first that gains anything (which cannot cycle); -1 when none does. */
  #entering(prices: Float64Array, gains: Float64Array, takeFirst: boolean): number {
    const size = this.#size
    let [best, bestGain] = [-1, 1e-12]
    for (let column = 0; column < gains.length; column++) {
      const gain = (gains[column] ?? 0) - this.#worth(column, prices, size)
      if (gain > bestGain) {
        if (takeFirst) return column
        best = column
        bestGain = gain
      }
    }
    return best
  }

  #worth(column: number, prices: Float64Array, size: number): number {
    if (column < size) return prices[column + 1] ?? 0
    if (column < 2 * size) return -(prices[column - size + 1] ?? 0)
    const gradient = this.#planes[column - 2 * size]?.gradient
    let worth = prices[0] ?? 0
    if (gradient !== undefined) for (let row = 0; row < size; row++) worth -= (prices[row + 1] ?? 0) * (gradient[row] ?? 0)
    return worth
  }

  /** The bound is the lowest that the mean plane (by the shares y) gets in a box. */
  #answer(basis: Basis, prices: Float64Array, near: Box, whole: Box): Lowest {
    const at = near.low.map((from, row) => Math.min(near.high[row] ?? from, Math.max(from, from + (prices[row + 1] ?? 0))))
    const shares = basis.values().map(([column, value]): readonly [number, number] => [column - 2 * this.#size, Math.max(0, value)])
    const planes = shares.filter(([plane]) => plane >= 0)
    const total = planes.reduce((sum, [, share]) => sum + share, 0)
    const gradient = new Float64Array(this.#size)
    let offset = 0
    for (const [index, share] of planes) {
      const plane = this.#planes[index]
      if (plane === undefined) continue
      offset += (share / total) * plane.offset
      for (let row = 0; row < this.#size; row++) gradient[row] = (gradient[row] ?? 0) + (share / total) * (plane.gradient[row] ?? 0)
    }
    return { at, value: offset + lowestOf(gradient, near), bound: offset + lowestOf(gradient, whole) }
  }

  #firstBasis(gradient: Float64Array): Basis {
    const size = this.#size
    const raised = Float64Array.from({ length: size + 1 }, (_, row) => (row === 0 ? 1 : 1e-11 * (1 + ((row * 0.6180339887498949) % 1))))
    const columns = [
      2 * size,
      ...Array.from({ length: size }, (_, row) => ((gradient[row] ?? 0) + (raised[row + 1] ?? 0) >= 0 ? row : size + row)),
    ]
    return new Basis(
      columns.map((column) => [column, this.#column(column)]),
      raised,
    )
  }
}

function lowestOf(gradient: Float64Array, { low, high }: Box): number {
  let sum = 0
  gradient.forEach((slope, row) => (sum += slope * ((slope < 0 ? high[row] : low[row]) ?? 0)))
  return sum
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
