import { squash } from '#shared/document/change.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Confidence, Driver, Id, Workbook } from '#shared/document/types.ts'
import { isReservedName } from '#shared/formula/index.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, placed, removed, replaced, freeNames } from './records.ts'
import { printUse, usesOf } from './references.ts'
import { refuse } from './refusal.ts'
import { rewriteAll } from './rewriting.ts'
import type { DocumentCommand, Refusal } from './types.ts'

export type AddDriver = {
  readonly id?: Id
  /** Absent: the first free of `driver`, `driver_2` … */
  readonly name?: string
  readonly value?: CellText
  readonly unit?: string
  /** The driver it comes after; absent or null: last. */
  readonly after?: Id | null
}

export const addDriver: DocumentCommand<AddDriver> = {
  id: 'drivers.add',
  label: 'Add driver',
  keywords: ['variable', 'assumption', 'parameter'],
  run: (workbook, args, supplies) => {
    const sorted = rows(workbook.drivers)
    const names = sorted.map((driver) => driver.name)
    const name = args.name?.trim() ?? freeNames(names, '_').take('driver')
    const problem = nameProblem(workbook, name, null)
    if (problem !== null) return problem
    const driver: Driver = { id: args.id ?? supplies.newId(), order: 0, name, value: args.value ?? '', unit: args.unit ?? '' }
    return placeChanges(workbook, placed(sorted, args.after ?? sorted.at(-1)?.id ?? null, [driver]))
  },
}

/** The fields of a driver besides its name. An empty text takes an optional field away. */
export type DriverFields = {
  readonly value?: CellText
  readonly unit?: string
  readonly low?: CellText
  readonly high?: CellText
  readonly growth?: CellText
  readonly confidence?: Confidence | ''
  readonly note?: string
}

export const setDriver: DocumentCommand<{ readonly id: Id; readonly fields: DriverFields }> = {
  id: 'drivers.set',
  label: 'Change driver',
  keywords: ['variable', 'assumption', 'value', 'unit', 'growth', 'range'],
  run: (workbook, { id, fields }) => {
    const driver = workbook.drivers.get(id)
    if (driver === undefined) return refuse('driver-gone', refusals.driverGone())
    for (const text of Object.values(fields))
      if (text.length > LIMITS.text) return refuse('too-long', refusals.tooLong(driver.name, LIMITS.text))
    return squash([replaced('drivers', driver, withFields(driver, fields))])
  },
}

function withFields(driver: Driver, { value, unit, ...optional }: DriverFields): Driver {
  const required = {
    id: driver.id,
    order: driver.order,
    name: driver.name,
    value: value?.trim() ?? driver.value,
    unit: unit?.trim() ?? driver.unit,
  }
  const { low, high, growth, confidence, note } = { ...driver, ...optional }
  return {
    ...required,
    ...(isGiven(low) ? { low: low.trim() } : {}),
    ...(isGiven(high) ? { high: high.trim() } : {}),
    ...(isGiven(growth) ? { growth: growth.trim() } : {}),
    ...(confidence === undefined || confidence === '' ? {} : { confidence }),
    ...(isGiven(note) ? { note: note.trim() } : {}),
  }
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}

export const renameDriver: DocumentCommand<{ readonly id: Id; readonly name: string }> = {
  id: 'drivers.rename',
  label: 'Rename driver',
  keywords: ['variable', 'name'],
  run: (workbook, args) => {
    const driver = workbook.drivers.get(args.id)
    const name = args.name.trim()
    if (driver === undefined) return refuse('driver-gone', refusals.driverGone())
    if (driver.name === name) return []
    const problem = nameProblem(workbook, name, driver.id)
    if (problem !== null) return problem
    const uses = rewriteAll(workbook, { drivers: new Map([[driver.name, name]]) })
    const own = uses.find((change) => change.table === 'drivers' && change.id === driver.id)
    const before = own?.table === 'drivers' && own.after !== null ? own.after : driver
    return squash([...uses, replaced('drivers', before, { ...before, name })])
  },
}

export const deleteDriver: DocumentCommand<{ readonly id: Id }> = {
  id: 'drivers.delete',
  label: 'Delete driver',
  keywords: ['variable', 'remove'],
  run: (workbook, { id }) => {
    const driver = workbook.drivers.get(id)
    if (driver === undefined) return refuse('driver-gone', refusals.driverGone())
    const uses = usesOf(workbook, { kind: 'name', name: driver.name }).filter((use) => use.table !== 'drivers' || use.id !== id)
    if (uses.length > 0) return refuse('driver-used', refusals.driverUsed(driver.name, uses.map(printUse)))
    return [removed('drivers', driver)]
  },
}

export const moveDriver: DocumentCommand<{ readonly id: Id; readonly to: 'up' | 'down' | { readonly after: Id | null } }> = {
  id: 'drivers.move',
  label: 'Move driver',
  keywords: ['variable', 'order'],
  run: (workbook, { id, to }) => {
    const driver = workbook.drivers.get(id)
    if (driver === undefined) return refuse('driver-gone', refusals.driverGone())
    const sorted = rows(workbook.drivers)
    const at = sorted.indexOf(driver)
    if ((to === 'up' && at === 0) || (to === 'down' && at === sorted.length - 1)) return []
    const after = to === 'up' ? (sorted[at - 2]?.id ?? null) : to === 'down' ? (sorted[at + 1]?.id ?? null) : to.after
    if (after === id) return []
    if (after !== null && !workbook.drivers.has(after)) return refuse('driver-gone', refusals.driverGone())
    return placeChanges(workbook, placed(sorted, after, [driver]))
  },
}

/** Why a name cannot be given to the driver `of` (null: a new one), or null when it can. */
export function nameProblem(workbook: Workbook, name: string, of: Id | null): Refusal | null {
  if (name.length > LIMITS.driverName || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return refuse('driver-name', refusals.driverNameForm(name))
  if (isReservedName(name)) return refuse('driver-name', refusals.driverNameReserved(name))
  const taken = [...workbook.drivers.values()].some((driver) => driver.id !== of && driver.name === name)
  return taken ? refuse('driver-name', refusals.driverNameTaken(name)) : null
}

function placeChanges(workbook: Workbook, records: readonly Driver[]) {
  return records.map((record) => {
    const before = workbook.drivers.get(record.id)
    return before === undefined ? added('drivers', record) : replaced('drivers', before, record)
  })
}

export const driverCommands = [addDriver, setDriver, renameDriver, deleteDriver, moveDriver] as const
