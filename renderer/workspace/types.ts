import type { Refusal, DocumentCommand } from '#shared/commands/types.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Calculator } from '#pricing/calculator/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { SaveStatus, StartReport, WorkbookSummary } from '#renderer/storage/types.ts'

/** A column of the sheet a person can stand in; `input:<id>` shows an input of the row's service. */
export type ColumnId = 'name' | 'service' | 'region' | 'size' | 'count' | 'buys' | 'group' | 'environment' | 'tags' | 'note' | 'list' | 'monthly' | 'share' | `input:${string}`

export type CellPlace = { readonly row: Id; readonly column: ColumnId }
/** Both corners included; `anchor` is where the selection began, `focus` where it is now. */
export type CellRange = { readonly anchor: CellPlace; readonly focus: CellPlace }

export type Notice = { readonly kind: 'info' | 'refusal' | 'fault'; readonly message: string; readonly fix?: string }

/** The whole state of the window. Replaced once per edit; views read it with selectors. */
export type WorkspaceState = {
  readonly screen: 'loading' | 'start' | 'workbook' | 'recovery'
  readonly report: StartReport
  readonly recent: readonly WorkbookSummary[]
  readonly workbook: Workbook | null
  readonly calculator: Calculator | null
  /** Rises whenever figures may have moved; a selector that reads the calculator depends on it. */
  readonly figures: number
  readonly book: PriceBook | null
  readonly services: ReadonlyMap<string, ServiceDeclaration>
  readonly selection: readonly CellRange[]
  readonly collapsed: ReadonlySet<string>
  readonly panels: { readonly drivers: boolean; readonly inspector: boolean }
  readonly theme: 'system' | 'light' | 'dark'
  readonly locale: string
  readonly showFormulas: boolean
  readonly palette: null | { readonly query: string; readonly mode: 'all' | 'component' }
  readonly notices: readonly Notice[]
  readonly saveStatus: SaveStatus
  readonly file: { readonly token: string | null; readonly name: string; readonly unsaved: boolean } | null
  readonly canUndo: string | null
  readonly canRedo: string | null
}

/** The one door through which a workbook changes. Returns the refusal, which is also shown as a notice. */
export type Edit = <Args>(command: DocumentCommand<Args>, args: Args) => Refusal | null
