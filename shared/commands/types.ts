import type { Change } from '#shared/document/change.ts'
import type { Id, Workbook } from '#shared/document/types.ts'

/** A command that cannot do what was asked: what happened, what to do. Nothing was changed. */
export type Refusal = { readonly refused: true; readonly code: string; readonly message: string; readonly fix: string }

/** A group that gets another name, as a whole. */
export type GroupRenaming = { readonly from: string; readonly to: string }

/** Time and ids come from outside, so that commands stay pure. */
export type Supplies = { readonly newId: () => Id; readonly today: string }

export type CommandInfo = {
  readonly id: string
  readonly label: string
  readonly keywords: readonly string[]
  /** In tinykeys form: `$mod+Shift+KeyZ`. Shown in menus, bound by the shell. */
  readonly shortcut?: string
  /** Further keys for the same command. */
  readonly alsoShortcuts?: readonly string[]
  /** Where the native and the in-app menu show it. */
  readonly menu?: 'file' | 'edit' | 'insert' | 'view' | 'help'
  /** `sheet`: its keys belong to the sheet and act only while the sheet has the focus. Default: the whole window. */
  readonly scope?: 'sheet'
  /** A text field has these keys for itself (undo, copy): the command acts only outside of one. */
  readonly fieldsFirst?: true
}

/** One thing a person can do to a workbook. Returns what changes; never changes anything itself. */
export type DocumentCommand<Args> = CommandInfo & {
  /** `document`: reads and changes the workbook as it is kept, also while a scenario is shown. Default: the shown scenario. */
  readonly on?: 'document'
  readonly run: (workbook: Workbook, args: Args, supplies: Supplies) => readonly Change[] | Refusal
  /** The step's name in "Undo …", when the label alone says too little. */
  readonly describe?: (args: Args) => string
  /** The groups it gives other names: scenarios that stand on what is shown follow. Everything else is told by its id. */
  readonly renamesGroups?: (args: Args) => readonly GroupRenaming[]
  /** The scenario whose overrides it takes away: names may go with them. */
  readonly takesOverridesOf?: (args: Args) => Id
  /** What a person should know once it is done, as one sentence; `workbook` is the one before. It is said with a way to undo. */
  readonly afterwards?: (workbook: Workbook, args: Args) => string | null
}

/** What commands must know of a declared service; `ServiceDeclaration` of pricing/services is one. */
export type ServiceShape = {
  readonly id: string
  readonly name: string
  readonly region?: 'required' | 'none'
  readonly inputs: Readonly<Record<string, InputShape>>
  readonly columns?: { readonly size?: string; readonly count?: string }
}
export type InputShape =
  | { readonly label: string; readonly kind: 'number' | 'size' }
  | { readonly label: string; readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
export type ServiceShapes = ReadonlyMap<string, ServiceShape>
