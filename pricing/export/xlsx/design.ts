import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Dimension, Reference, Value } from '#shared/formula/types.ts'
import type { Component, Id } from '#shared/document/types.ts'
import type { Pooled } from '#pricing/calculator/pools.ts'
import type { ChargeEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Declared, ServiceProgram } from '#pricing/calculator/program.ts'
import type { Report } from '../report.ts'
import { inherited } from './inherited.ts'
import type { Literals, Place } from './inherited.ts'
import type { Sheets } from './layout.ts'
import type { Said } from './translate.ts'

/** A name that formulas use: the cell that has it, what one multiplies it by to get base units, and what it measures. */
export type NameCell = { readonly piece: ExcelPiece; readonly dimension: Dimension }

/** A shared price: its line, the first of its steps, and the charges that share it with their quantities. */
export type PoolPlace = {
  readonly pooled: Pooled
  readonly line: number
  readonly firstStep: number
  readonly members: { readonly line: number; readonly quantity: number }[]
}

/** The lines of a row: its own, and those of its charges. */
export type RowPlace = { readonly line: number; readonly charges: readonly { readonly line: number; readonly charge: ChargeEstimate }[] }

/** One scenario while it is being written. */
export type Design = {
  readonly report: Report
  readonly sheets: Sheets
  readonly names: ReadonlyMap<string, NameCell>
  readonly hours: ExcelPiece
  /** What one US dollar is worth in the workbook's currency; null where that is one dollar. */
  readonly usd: ExcelPiece | null
  /** Cells of `cost("…")` and `subtotal("…")`, by the reference's key. */
  readonly sums: ReadonlyMap<string, SumPlace>
  readonly circles: ReadonlyMap<Id, ReadonlySet<string>>
  /** Drivers whose number changes by the hour. */
  readonly weekly: ReadonlySet<string>
  /** What references come to, as formulas see them. */
  readonly lookup: (reference: Reference) => Value
  /** Whether commitment rows take part in what machines cost. */
  readonly hasCommitments: boolean
  readonly rowLines: ReadonlyMap<Id, number>
  readonly places: Map<Id, RowPlace>
  readonly pools: Map<string, PoolPlace>
  /** Lines of the adjustments on the sheet Purchase, in the order of the settings. */
  readonly adjustments: readonly number[]
  /** Numbers written so far, which other scenarios inherit. */
  readonly literals: Literals
}

export type SumPlace = {
  readonly reference: Extract<Reference, { kind: 'cost' | 'subtotal' }>
  readonly line: number
  readonly members: readonly Component[]
}

/** A row while its charges are being written. */
export type RowDraft = {
  readonly design: Design
  readonly component: Component
  readonly estimate: ComponentEstimate
  readonly program: ServiceProgram
  /** The names its service's formulas may use. */
  readonly names: ReadonlyMap<string, ExcelPiece>
  /** Those of them whose number changes by the hour: Excel has its mean, and no formula can be made of that. */
  readonly weekly: ReadonlySet<string>
  /** What a declared formula comes to on this row; null where nobody knows. */
  readonly numbers: (declared: Declared) => number | null
}

/** `null` in place of an empty text, so that the cell stays empty. */
export function textOrNone(text: string): string | null {
  return text === '' ? null : text
}

/** A number that its scenario inherits follows the cell it comes from. */
export function followed({ literals, report }: Design, at: Place, text: string, said: Said, cell: string): Said {
  if (said.isFormula || typeof said.cell !== 'number' || said.note !== '') return said
  const from = inherited(literals, report, at, { text, cell, value: said.cell })
  return from === null ? said : { ...said, cell: from, isFormula: true }
}
