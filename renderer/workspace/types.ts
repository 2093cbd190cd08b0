import type { SheetColumn } from '#shared/commands/columns.ts'
import type { Refusal, DocumentCommand } from '#shared/commands/types.ts'
import type { Change } from '#shared/document/change.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Calculator, Recalculated } from '#pricing/calculator/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { SaveStatus, StartReport, Storage, WorkbookSummary } from '#renderer/storage/types.ts'

/** A column of the sheet a person can stand in; `input:<id>` shows an input of the row's service. */
export type ColumnId = SheetColumn

export type CellPlace = { readonly row: Id; readonly column: ColumnId }
/** Both corners included; `anchor` is where the selection began, `focus` where it is now. */
export type CellRange = { readonly anchor: CellPlace; readonly focus: CellPlace }

/** A column on the sheet, in the order of the list. `width` in px at 100 % zoom; null: as wide as it usually is. */
export type ShownColumn = { readonly id: ColumnId; readonly width: number | null }

/** `undo`: the sentence is about the last edit and offers to take it back. */
export type Notice = { readonly kind: 'info' | 'refusal' | 'fault'; readonly message: string; readonly fix?: string; readonly undo?: true }

/** The latest replacement of the workbook or its figures, for whoever paints only what moved. */
export type Moved = { readonly changes: readonly Change[]; readonly recalculated: Recalculated }

/** What the sheet's headings stand for. */
export type Grouping = 'group' | 'environment' | 'category' | 'cloud'

/** The whole state of the window. Replaced once per edit; views read it with selectors. */
export type WorkspaceState = {
  readonly screen: 'loading' | 'start' | 'workbook' | 'recovery'
  readonly report: StartReport
  readonly recent: readonly WorkbookSummary[]
  /** The workbook as it is kept: the base and its scenarios. */
  readonly document: Workbook | null
  /** The scenario shown, `null` for the base. */
  readonly scenario: Id | null
  /** What is shown: the base, or the base with the scenario's overrides. */
  readonly workbook: Workbook | null
  readonly calculator: Calculator | null
  /** Rises whenever figures may have moved; a selector that reads the calculator depends on it. */
  readonly figures: number
  /** What the last rise of `figures` was about. Subscribe to the store itself to see every one: React may skip some. */
  readonly moved: Moved
  readonly book: PriceBook | null
  /** Declared services, and those the open workbook declares itself as `user.<id>`. */
  readonly services: ReadonlyMap<string, ServiceDeclaration>
  readonly selection: readonly CellRange[]
  readonly collapsed: ReadonlySet<string>
  /** First visible row of the sheet, restored when the workbook is opened again. */
  readonly scrollRow: number
  readonly columns: readonly ShownColumn[]
  readonly panels: { readonly drivers: boolean; readonly inspector: boolean }
  readonly theme: 'system' | 'light' | 'dark'
  readonly locale: string
  readonly showFormulas: boolean
  /** Rows the shown scenario does without stand on the sheet, struck through. */
  readonly showDropped: boolean
  readonly groupBy: Grouping
  readonly palette: null | { readonly query: string; readonly mode: 'all' | 'component' }
  readonly notices: readonly Notice[]
  readonly saveStatus: SaveStatus
  readonly file: { readonly token: string | null; readonly name: string; readonly unsaved: boolean } | null
  readonly canUndo: string | null
  readonly canRedo: string | null
}

/** What the workspace needs from the outside: time, ids, storage and the engine. Given once, by main.tsx or a test. */
export type WorkspaceSupplies = {
  readonly newId: () => Id
  /** ISO date of today. */
  readonly today: () => string
  readonly storage: Storage
  /** A fresh calculator over the whole workbook. */
  readonly calculate: (workbook: Workbook, services: ReadonlyMap<string, ServiceDeclaration>) => Calculator
  /** Declared services and those of the workbook. */
  readonly servicesOf: (workbook: Workbook) => ReadonlyMap<string, ServiceDeclaration>
}

/** The one door through which a workbook changes. Returns the refusal, which is also shown as a notice. */
export type Edit = <Args>(command: DocumentCommand<Args>, args: Args) => Refusal | null
