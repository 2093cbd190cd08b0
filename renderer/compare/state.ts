import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/document/types.ts'
import { designKey } from './designs.ts'
import type { Design } from './designs.ts'

export type CompareState = {
  /** The workbook the designs were chosen in. */
  readonly workbook: Id | null
  readonly designs: readonly Design[]
  /** Key of the design that the others are compared with. */
  readonly baseline: string
  readonly onlyDifferences: boolean
  readonly folded: ReadonlySet<string>
  /** Lines whose reasons are shown. */
  readonly opened: ReadonlySet<string>
  readonly view: 'table' | 'charts'
}

const atFirst: CompareState = {
  workbook: null,
  designs: [],
  baseline: '',
  onlyDifferences: false,
  folded: new Set(),
  opened: new Set(),
  view: 'table',
}

export const compareState = createStore<CompareState>(() => atFirst)

export function useCompare<T>(selector: (state: CompareState) => T): T {
  return useStore(compareState, selector)
}

export function changeCompare(change: Partial<CompareState>): void {
  compareState.setState(change)
}

/** Designs to begin with; the first of them is the baseline. */
export function beginWith(workbook: Id, designs: readonly Design[]): void {
  const [first] = designs
  compareState.setState({ ...atFirst, workbook, designs, baseline: first === undefined ? '' : designKey(first) })
}

export function addDesign(design: Design): void {
  const { designs } = compareState.getState()
  if (!designs.some((one) => designKey(one) === designKey(design))) changeCompare({ designs: [...designs, design] })
}

/** Takes a design out; where it was the baseline, the first that is left takes its place. */
export function removeDesign(key: string): void {
  const { designs, baseline } = compareState.getState()
  const left = designs.filter((one) => designKey(one) !== key)
  const [first] = left
  changeCompare({ designs: left, baseline: baseline === key && first !== undefined ? designKey(first) : baseline })
}

export function toggleLine(of: 'folded' | 'opened', key: string): void {
  const next = new Set(compareState.getState()[of])
  if (!next.delete(key)) next.add(key)
  changeCompare({ [of]: next })
}
