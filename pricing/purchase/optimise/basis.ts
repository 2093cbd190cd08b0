export type Column = Float64Array

/** How many exchanges the inverse is carried along before it is computed anew from its columns. */
const refreshAfter = 40

/** A feasible basis of the simplex method with its inverse. Dense: there are as many rows as offers, tens of them. */
export class Basis {
  readonly #size: number
  readonly #numbers: number[]
  readonly #columns: Column[]
  readonly #right: Float64Array
  #inverse: Float64Array[] = []
  #values: Float64Array
  #exchanges = 0

  constructor(columns: readonly (readonly [number, Column])[], right: Float64Array) {
    this.#size = columns.length
    this.#numbers = columns.map(([number]) => number)
    this.#columns = columns.map(([, column]) => column)
    this.#right = right
    this.#values = new Float64Array(this.#size)
    this.#refresh()
  }

  /** What each row is worth with these gains of the columns: gains of the basis × inverse. */
  prices(gains: Float64Array): Float64Array {
    const prices = new Float64Array(this.#size)
    this.#inverse.forEach((line, row) => {
      const gain = gains[this.#numbers[row] ?? 0] ?? 0
      if (gain !== 0)
        for (let column = 0; column < this.#size; column++) prices[column] = (prices[column] ?? 0) + gain * (line[column] ?? 0)
    })
    return prices
  }

  values(): (readonly [number, number])[] {
    return this.#numbers.map((number, row) => [number, this.#values[row] ?? 0])
  }

  /** Exchanges the column for the one that limits it first; false when none does or the basis would become singular. */
  enter(number: number, column: Column): boolean {
    const direction = this.#times(column)
    const leaving = this.#limiting(direction)
    const pivot = direction[leaving] ?? 0
    if (leaving === -1 || pivot < 1e-11) return false
    const line = this.#inverse[leaving]
    if (line === undefined) return false
    const step = (this.#values[leaving] ?? 0) / pivot
    for (let column = 0; column < this.#size; column++) line[column] = (line[column] ?? 0) / pivot
    for (let row = 0; row < this.#size; row++) {
      const factor = direction[row] ?? 0
      const other = this.#inverse[row]
      if (row === leaving || factor === 0 || other === undefined) continue
      for (let column = 0; column < this.#size; column++) other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0)
      this.#values[row] = Math.max(0, (this.#values[row] ?? 0) - factor * step)
    }
    this.#values[leaving] = step
    this.#numbers[leaving] = number
    this.#columns[leaving] = column
    if (++this.#exchanges % refreshAfter === 0) this.#refresh()
    return true
  }

  #limiting(direction: Float64Array): number {
    let [leaving, least] = [-1, Infinity]
    for (let row = 0; row < this.#size; row++) {
      const along = direction[row] ?? 0
      if (along < 1e-10) continue
      const ratio = (this.#values[row] ?? 0) / along
      if (ratio < least) [leaving, least] = [row, ratio]
    }
    return leaving
  }

  #times(column: Column): Float64Array {
    return Float64Array.from(this.#inverse, (line) => {
      let sum = 0
      for (let index = 0; index < this.#size; index++) sum += (line[index] ?? 0) * (column[index] ?? 0)
      return sum
    })
  }

  /** Inverts the columns by Gauss-Jordan elimination with row pivoting. */
  #refresh(): void {
    const size = this.#size
    const rows = Array.from({ length: size }, (_, row) =>
      Float64Array.from({ length: 2 * size }, (_, column) =>
        column < size ? (this.#columns[column]?.[row] ?? 0) : column - size === row ? 1 : 0,
      ),
    )
    for (let pivot = 0; pivot < size; pivot++) {
      let best = pivot
      for (let row = pivot + 1; row < size; row++) if (Math.abs(rows[row]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = row
      const [line, swapped] = [rows[best], rows[pivot]]
      if (line === undefined || swapped === undefined) continue
      rows[best] = swapped
      rows[pivot] = line
      const scale = line[pivot] ?? 1
      for (let column = 0; column < 2 * size; column++) line[column] = (line[column] ?? 0) / scale
      rows.forEach((other, row) => {
        const factor = other[pivot] ?? 0
        if (row !== pivot && factor !== 0)
          for (let column = 0; column < 2 * size; column++) other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0)
      })
    }
    this.#inverse = rows.map((row) => row.slice(size))
    this.#values = this.#times(this.#right).map((value) => Math.max(0, value))
  }
}
