import type { Colours } from './colours.ts'

/** A step of a waterfall, in the workbook's currency. A total stands on the ground; any other step begins where the one before it ended. */
export type Step = {
  readonly label: string
  readonly amount: number
  /** What is printed of it, where another last digit makes the printed steps add up. */
  readonly shown?: number
  readonly isTotal: boolean
  /** Stands behind the amount where something that is not known is missing from it; empty: nothing is. */
  readonly mark: string
}

/** Bars or points of one kind, one for each place on the axis; null where it is not known. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] }

export type ChartText = {
  readonly amount: (amount: number) => string
  /** An amount with its sign, for the steps of a waterfall; absent: as any amount. */
  readonly change?: (amount: number) => string
  /** An amount on the axis. */
  readonly tick: (amount: number) => string
}

/** What is drawn, in words of no library. `sums` of stacked bars: what stands over each of them, said by whoever knows what it leaves out. */
export type ChartShape =
  | { readonly kind: 'waterfall'; readonly steps: readonly Step[] }
  | { readonly kind: 'stacked'; readonly places: readonly string[]; readonly series: readonly Series[]; readonly sums: readonly string[] }
  | { readonly kind: 'lines'; readonly places: readonly string[]; readonly series: readonly Series[] }

/** `width` of the whole drawing in px. `ground`: what it stands on is drawn too, for a picture that leaves the page. */
export type ChartLook = {
  readonly colours: Colours
  readonly text: ChartText
  readonly fontFamily: string
  readonly width: number
  readonly ground: boolean
}

/** The text of an SVG file, its size in px and the colour it stands on. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number; readonly ground: string }
