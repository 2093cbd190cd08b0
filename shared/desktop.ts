/** What the desktop shell can do for the page, and what it may ask of it. Absent (`undefined`) in a browser. */

/** An opened or saved file. `token` stands for a path the page never sees. */
export type DesktopFile = { readonly token: string; readonly name: string }

/** A refusal is an answer, not an exception: what happened and what to do. */
export type DesktopResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** One acknowledged edit in the journal: the changes of one save batch of one workbook. */
export type JournalRecord = { readonly workbook: string; readonly revision: number; readonly json: string }

/** What the shell remembers having been stored, to notice a database that opens with less. */
export type Canary = { readonly storeId: string; readonly revision: number; readonly workbooks: readonly string[] }

/**
 * An answer of a price endpoint that the shell is reading for the page. `name` stands for it in `priceRead` and `priceEnd`;
 * headers have lower-case names.
 */
export type PriceAsked = { readonly name: string; readonly status: number; readonly headers: Readonly<Record<string, string>> }

export type DesktopActs = {
  /** Asks for a file and returns its text; `null` when the person cancels. */
  openFile(): Promise<DesktopResult<(DesktopFile & { readonly text: string }) | null>>
  /** Reads a file again by its token, or one the shell was started with. */
  readFile(token: string): Promise<DesktopResult<DesktopFile & { readonly text: string }>>
  /** Writes atomically. Without a token (or with `saveAs`) asks where; `null` when the person cancels. */
  saveFile(request: {
    readonly token: string | null
    readonly suggestedName: string
    readonly text: string
  }): Promise<DesktopResult<DesktopFile | null>>
  /** Asks where and writes an export atomically; `extension` without its dot. `null` when the person cancels. */
  saveExport(request: {
    readonly suggestedName: string
    readonly extension: string
    readonly bytes: Uint8Array
  }): Promise<DesktopResult<{ readonly name: string } | null>>
  /** Asks where and writes a page as PDF, printed without scripts and without network in the page's own paper size. */
  savePdf(request: { readonly suggestedName: string; readonly html: string }): Promise<DesktopResult<{ readonly name: string } | null>>
  recentFiles(): Promise<DesktopResult<readonly DesktopFile[]>>
  /** Appends and fdatasyncs; resolves only when the record is on disk. */
  journalAppend(record: JournalRecord): Promise<DesktopResult<null>>
  /** Every whole record since the last checkpoint, oldest first. */
  journalRead(workbook: string): Promise<DesktopResult<readonly JournalRecord[]>>
  /** Replaces a workbook's journal by one record that holds it whole. */
  journalCheckpoint(record: JournalRecord): Promise<DesktopResult<null>>
  /** Workbooks the journal knows, with the latest revision of each. */
  journalList(): Promise<DesktopResult<readonly { readonly workbook: string; readonly revision: number }[]>>
  journalForget(workbook: string): Promise<DesktopResult<null>>
  canaryRead(): Promise<DesktopResult<Canary | null>>
  canaryWrite(canary: Canary): Promise<DesktopResult<null>>
  /** Title-bar state: the document's name and whether something is not yet saved. */
  setDocument(state: { readonly name: string; readonly unsaved: boolean }): Promise<DesktopResult<null>>
  setTheme(theme: 'system' | 'light' | 'dark'): Promise<DesktopResult<null>>
  openExternal(url: string): Promise<DesktopResult<null>>
  /**
   * Asks one of the three vendors' public price endpoints, which the page itself cannot reach: https, their hosts only, GET, without
   * redirects or cookies. Only for an update that a person asked for. Answers with the head; the body follows by `priceRead`.
   */
  priceAsk(request: { readonly url: string; readonly headers: Readonly<Record<string, string>> }): Promise<DesktopResult<PriceAsked>>
  /** The next bytes of an answer; `null` at its end. Refuses with `price-broken` when it broke off. */
  priceRead(name: string): Promise<DesktopResult<Uint8Array | null>>
  /** Lets go of an answer before its end; of one that is over it is no fault. */
  priceEnd(name: string): Promise<DesktopResult<null>>
  /** The page's answer to `closeAsked`: everything is kept (or cannot be), close now. */
  closeReady(): Promise<DesktopResult<null>>
}

export type DesktopEvents = {
  /** A native menu item was chosen; `command` is an id of shared/commands. */
  command: (command: string) => void
  /** A file was opened from outside (association, second instance, recent list). */
  fileOpened: (file: DesktopFile) => void
  /** The window wants to close: flush the save queue, then call `closeReady`. */
  closeAsked: () => void
}

export type Desktop = DesktopActs & {
  readonly version: string
  readonly platform: string
  on<E extends keyof DesktopEvents>(event: E, listener: DesktopEvents[E]): () => void
}
