import type { Id, TableName, Tables } from './types.ts'

/**
 * The one change type: undo, saving, recalculation and the grid all read it.
 * `before: null` adds the record, `after: null` removes it. A record is replaced whole.
 */
export type Change = { [T in TableName]: ChangeIn<T> }[TableName]

export type ChangeIn<T extends TableName> = {
  readonly table: T
  readonly id: Id
  readonly before: Tables[T] | null
  readonly after: Tables[T] | null
}
