import type { Id, TableName, Workbook } from '../types.ts'

/** Whose cell stands where both copies changed it. */
export type Side = 'ours' | 'theirs'

/**
 * One cell that both copies changed, each to something else. Texts are for a person; `null`: nothing stands there (a record that
 * does not exist, a cell without a value). `base` is null too where the common base is not known.
 */
export type Conflict = {
  /** Tells it from all others of this merge, and names it in `Choices`. */
  readonly key: string
  readonly table: TableName
  readonly id: Id
  /** What the record is called. */
  readonly name: string
  /** The scenario that holds the cell differently; null: the workbook itself. */
  readonly scenario: string | null
  /** The cell as an override names it (`inputs.count`); `order`: its place in the list; null: the record as a whole. */
  readonly field: string | null
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
  /** Whose cell the merged document has. */
  readonly choice: Side
}

/** Something that became of the merge as a whole and that no choice of a cell mends: what, and what to do. */
export type MergeNote = { readonly message: string; readonly fix: string }

/** `base: null`: nobody knows what the copies have in common, so every difference is a conflict. */
export type MergeInput = { readonly base: Workbook | null; readonly ours: Workbook; readonly theirs: Workbook }

export type Choices = (key: string) => Side

export type Merged = {
  /** Under the id of ours. Every cell that only one of the copies changed is as that copy has it. */
  readonly document: Workbook
  readonly conflicts: readonly Conflict[]
  readonly notes: readonly MergeNote[]
}
