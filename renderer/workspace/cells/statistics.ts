import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { sum } from '#shared/money/sum.ts'

/** A selected cell as the status line counts it. `value` is null for text, unknowns and errors. */
export type Counted = { readonly filled: boolean; readonly value: number | null; readonly money: boolean; readonly unknown: boolean }

export type Statistics = {
  /** Cells that hold a number, and cells that hold anything. */
  readonly numbers: number
  readonly filled: number
  readonly unknown: number
  /** True when every number is an amount of money. */
  readonly money: boolean
  readonly sum: number
  /** Null without a number: an average of nothing is not zero. */
  readonly average: number | null
  readonly min: number | null
  readonly max: number | null
}

export function statisticsOf(cells: Iterable<Counted>): Statistics {
  const values: number[] = []
  let filled = 0
  let unknown = 0
  let money = true
  for (const cell of cells) {
    if (cell.filled) filled++
    if (cell.unknown) unknown++
    if (cell.value === null) continue
    values.push(cell.value)
    money &&= cell.money
  }
  const numbers = values.length
  const total = sum(values)
  const least = values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return {
    numbers,
    filled,
    unknown,
    money: money && numbers > 0,
    sum: total,
    average: numbers === 0 ? null : total / numbers,
    min: numbers === 0 ? null : least,
    max: numbers === 0 ? null : most,
  }
}

/** Statistics of what is selected now; null where one cell or none is. The sheet counts, whoever shows it reads. */
export const selectionStatistics = createStore<{ readonly statistics: Statistics | null }>(() => ({ statistics: null }))

export function useSelectionStatistics(): Statistics | null {
  return useStore(selectionStatistics, (state) => state.statistics)
}
