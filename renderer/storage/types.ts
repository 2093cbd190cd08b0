import type { Change } from '#shared/document/change.ts'
import type { Id, Workbook } from '#shared/document/types.ts'

/** What the person had on screen; kept beside the workbook, outside its history. */
export type ViewState = {
  /** The scenario shown; absent or null: the base. */
  readonly scenario?: Id | null
  readonly scrollRow: number
  readonly selection: unknown
  readonly collapsed: readonly string[]
  /** What the headings stand for; absent: the rows' groups. */
  readonly groupBy?: unknown
  /** Columns of the sheet with their widths; absent: the person's usual ones. */
  readonly columns?: unknown
  readonly panels: Readonly<Record<string, boolean>>
}

export type WorkbookSummary = {
  readonly id: Id
  readonly name: string
  /** Rises by one with every acknowledged batch. */
  readonly revision: number
  readonly savedAt: string
  readonly rows: number
  /** As last shown: amount, currency, charges without a price. */
  readonly total: { readonly monthly: number; readonly currency: string; readonly unknown: number } | null
}

export type SaveStatus =
  /** `weaker`: a sentence on what protects less here than it should, e.g. a private window. */
  | { readonly state: 'saved'; readonly at: string; readonly weaker?: string }
  | { readonly state: 'saving' }
  /** The edit is kept in memory and tried again; `message` and `fix` are for the person. */
  | { readonly state: 'failed'; readonly message: string; readonly fix: string }

/** What was found when the app started. */
export type StartReport =
  | { readonly kind: 'fine' }
  /** The database opened with less than was acknowledged; `restored` came back from the second place. */
  | { readonly kind: 'recovered'; readonly restored: readonly string[]; readonly message: string }
  | { readonly kind: 'lost'; readonly missing: readonly string[]; readonly message: string; readonly fix: string }

export type Opened = {
  readonly workbook: Workbook
  readonly view: ViewState | null
  /** As it was kept with the workbook. */
  readonly total: WorkbookSummary['total']
  readonly revision: number
  readonly replayed: number
}

/** The one door to what is kept on this machine. The only folder that imports dexie. */
export type Storage = {
  readonly report: StartReport
  list(): Promise<readonly WorkbookSummary[]>
  /** Rejects with a StorageRefusal when the workbook is open in another window, or is not kept here. */
  open(id: Id): Promise<Opened>
  /** A workbook as it is kept, only to be looked at: whichever window has it open keeps it. Rejects when it is not kept here. */
  peek(id: Id): Promise<Workbook>
  /** A workbook that storage has not seen: stored whole in both places before it resolves. */
  create(workbook: Workbook): Promise<void>
  /** Queues the changes of one edit; both places hold them before the status says `saved`. */
  save(workbook: Workbook, changes: readonly Change[], summary: Pick<WorkbookSummary, 'total'>): void
  saveView(id: Id, view: ViewState): void
  remove(id: Id): Promise<void>
  /** Resolves when everything queued is kept, rejects when it cannot be. */
  flush(): Promise<void>
  status(): SaveStatus
  onStatus(listener: (status: SaveStatus) => void): () => void
  /** Another window stored this workbook, or a newer program took the database: this window must reload. */
  onElsewhere(listener: (what: 'changed' | 'upgraded', id: Id | null) => void): () => void
}
