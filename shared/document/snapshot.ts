import { complete } from './complete.ts'
import type { TableName, Tables, Workbook } from './types.ts'

/**
 * A workbook as plain data with its order numbers: what a database stores and a journal begins with. One that was stored before
 * there were environments, or states to go back to, has none.
 */
export type Snapshot = { readonly id: string } & { readonly [T in Exclude<TableName, LateTable>]: readonly Tables[T][] } & {
  readonly [T in LateTable]?: readonly Tables[T][]
}

/** Tables that the first workbooks were stored without. */
type LateTable = 'environments' | 'snapshots'

export function toSnapshot(workbook: Workbook): Snapshot {
  return {
    id: workbook.id,
    settings: [...workbook.settings.values()],
    drivers: [...workbook.drivers.values()],
    components: [...workbook.components.values()],
    budgets: [...workbook.budgets.values()],
    schedules: [...workbook.schedules.values()],
    environments: [...workbook.environments.values()],
    services: [...workbook.services.values()],
    scenarios: [...workbook.scenarios.values()],
    snapshots: [...workbook.snapshots.values()],
  }
}

export function fromSnapshot(snapshot: Snapshot): Workbook {
  return {
    id: snapshot.id,
    settings: byId(snapshot.settings.map((record) => complete('settings', record))),
    drivers: byId(snapshot.drivers),
    components: byId(snapshot.components.map((record) => complete('components', record))),
    budgets: byId(snapshot.budgets),
    schedules: byId(snapshot.schedules),
    environments: byId(snapshot.environments ?? []),
    services: byId(snapshot.services),
    scenarios: byId(snapshot.scenarios.map((record) => complete('scenarios', record))),
    snapshots: byId(snapshot.snapshots ?? []),
  }
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]))
}

const FIRST_TABLES: readonly TableName[] = ['settings', 'drivers', 'components', 'budgets', 'schedules', 'services', 'scenarios']

/** Is this a table of a workbook? */
export function isTableName(value: unknown): value is TableName {
  return value === 'environments' || value === 'snapshots' || FIRST_TABLES.some((name) => name === value)
}

/** Has this the build of a snapshot? Its records were checked when they were made, and by checksum when they were read. */
export function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false
  const tables: Readonly<Record<string, unknown>> = { ...value }
  const { environments = [], snapshots = [] } = tables
  const all = [...FIRST_TABLES.map((name) => tables[name]), environments, snapshots]
  return typeof tables['id'] === 'string' && all.every((table) => Array.isArray(table))
}
