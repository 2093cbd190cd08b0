import type { Colours } from './colours.ts'

/** A step of a waterfall, in the workbook's currency. A total stands on the ground; any other step begins where the one before it ended. */
export type Step = { readonly label: string; readonly amount: number; readonly isTotal: boolean }

/** Bars of one kind, one for each place on the axis. */
export type Series = { readonly name: string; readonly values: readonly number[] }

export type ChartText = {
  readonly amount: (amount: number) => string
  /** An amount with its sign, for the steps of a waterfall; absent: as any amount. */
  readonly change?: (amount: number) => string
  /** An amount on the axis. */
  readonly tick: (amount: number) => string
}

/** What is drawn, in words of no library. */
export type ChartShape =
  | { readonly kind: 'waterfall'; readonly steps: readonly Step[] }
  | { readonly kind: 'stacked'; readonly places: readonly string[]; readonly series: readonly Series[] }
  | { readonly kind: 'lines'; readonly places: readonly string[]; readonly series: readonly Series[] }

/** `width` of the whole drawing in px. */
export type ChartLook = { readonly colours: Colours; readonly text: ChartText; readonly fontFamily: string; readonly width: number }
