import { complete } from './complete.ts'
import type { TableName, Tables, Workbook } from './types.ts'

/**
 * A workbook as plain data with its order numbers: what a database stores and a journal begins with. One that was stored before
 * there were environments has none.
 */
export type Snapshot = { readonly id: string } & { readonly [T in Exclude<TableName, 'environments'>]: readonly Tables[T][] } & {
  readonly environments?: readonly Tables['environments'][]
}

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
    scenarios: byId(snapshot.scenarios),
  }
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]))
}

const FIRST_TABLES: readonly TableName[] = ['settings', 'drivers', 'components', 'budgets', 'schedules', 'services', 'scenarios']

/** Is this a table of a workbook? */
export function isTableName(value: unknown): value is TableName {
  return value === 'environments' || FIRST_TABLES.some((name) => name === value)
}

/** Has this the build of a snapshot? Its records were checked when they were made, and by checksum when they were read. */
export function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false
  const tables: Readonly<Record<string, unknown>> = { ...value }
  const { environments = [] } = tables
  return typeof tables['id'] === 'string' && FIRST_TABLES.every((name) => Array.isArray(tables[name])) && Array.isArray(environments)
}
