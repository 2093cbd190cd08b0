import type { TableName, Tables } from './types.ts'

/**
 * A stored record in today's form: fields that came later get what they mean when a file leaves them out. The same record
 * when it lacks nothing.
 */
export function complete<T extends TableName>(table: T, record: Tables[T]): Tables[T] {
  const late: Readonly<Record<string, unknown>> = LATE[table] ?? {}
  const missing = Object.entries(late).filter(([field]) => !Object.hasOwn(record, field))
  return missing.length === 0 ? record : { ...record, ...Object.fromEntries(missing) }
}

/** Fields of a record that its first version did not have. */
const LATE: { readonly [T in TableName]?: Partial<Tables[T]> } = {
  settings: { freeTier: false },
  components: { prices: {} },
  scenarios: { colour: '', decision: { what: '', why: '', who: '', by: '' } },
}
