import type { Change } from '#shared/document/change.ts'
import type { Id, Workbook } from '#shared/document/types.ts'

/** A command that cannot do what was asked: what happened, what to do. Nothing was changed. */
export type Refusal = { readonly refused: true; readonly code: string; readonly message: string; readonly fix: string }

/** Time and ids come from outside, so that commands stay pure. */
export type Supplies = { readonly newId: () => Id; readonly today: string }

export type CommandInfo = {
  readonly id: string
  readonly label: string
  readonly keywords: readonly string[]
  /** In tinykeys form: `$mod+Shift+KeyZ`. Shown in menus, bound by the shell. */
  readonly shortcut?: string
  /** Where the native and the in-app menu show it. */
  readonly menu?: 'file' | 'edit' | 'insert' | 'view' | 'help'
}

/** One thing a person can do to a workbook. Returns what changes; never changes anything itself. */
export type DocumentCommand<Args> = CommandInfo & {
  readonly run: (workbook: Workbook, args: Args, supplies: Supplies) => readonly Change[] | Refusal
}
