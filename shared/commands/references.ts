import type { Change } from '#shared/document/change.ts'
import { takenRow } from '#shared/document/environments.ts'
import { rewriteComponent, spotTexts } from '#shared/document/rewrite.ts'
import type { Rewrite } from '#shared/document/rewrite.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Component, Driver, Environment, EnvironmentRule, Schedule, Workbook } from '#shared/document/types.ts'
import { readCell, renameReference, renameReferences } from '#shared/formula/index.ts'
import { sameReference } from '#shared/formula/references.ts'
import type { Reference } from '#shared/formula/types.ts'
import { replaced } from './records.ts'

/** A formula that refers to something, for a person: the record's name and which of its texts. */
export type Use = {
  readonly table: 'components' | 'drivers' | 'schedules' | 'environments'
  readonly id: string
  readonly name: string
  readonly field: string
}

/** `driver users`, `schedule Office hours`, `rules of dev`, `API servers (count)`. */
export function printUse(use: Use): string {
  if (use.table === 'schedules') return `schedule ${use.name}`
  if (use.table === 'environments') return `rules of ${use.name}`
  return use.table === 'drivers' ? `driver ${use.name}` : `${use.name} (${use.field})`
}

const driverFields = ['value', 'low', 'high', 'growth'] as const

/** Every formula of the workbook that refers to `target`, in the order of the sheet, drivers first. */
export function usesOf(workbook: Workbook, target: Reference): readonly Use[] {
  return usesWhere(workbook, (reference) => sameReference(reference, target))
}

/** Every formula of the workbook with such a reference, in the same order. */
export function usesWhere(workbook: Workbook, matches: (reference: Reference) => boolean): readonly Use[] {
  const uses: Use[] = []
  for (const driver of rows(workbook.drivers)) {
    for (const field of driverFields) {
      if (refersTo(driver[field], matches)) uses.push({ table: 'drivers', id: driver.id, name: driver.name, field })
    }
  }
  for (const { id, name, scaling } of rows(workbook.schedules)) {
    for (const [field, text] of Object.entries(scaling ?? {})) {
      if (refersTo(text, matches)) uses.push({ table: 'schedules', id, name, field })
    }
  }
  for (const { id, name, rules } of rows(workbook.environments)) {
    const field = rules.flatMap(({ set = {} }) => Object.entries(set)).find(([, value]) => isText(value) && refersTo(value, matches))?.[0]
    if (field !== undefined) uses.push({ table: 'environments', id, name, field })
  }
  for (const component of ownRows(workbook)) {
    for (const [field, text] of componentTexts(component)) {
      if (refersTo(text, matches)) uses.push({ table: 'components', id: component.id, name: component.name, field })
    }
  }
  return uses
}

/** Without the rows that environments make of others: what they say is said by those and by the rules. */
export function ownRows(workbook: Workbook): readonly Component[] {
  const all = rows(workbook.components)
  if (workbook.environments.size === 0) return all
  return all.filter(({ id }) => {
    const taken = takenRow(id)
    return taken === null || !workbook.environments.has(taken.environment)
  })
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function componentTexts(component: Component): readonly (readonly [string, CellText])[] {
  const shares = component.purchase.flatMap((share) => [
    ['purchase', share.coverage] as const,
    ...(share.discount === undefined ? [] : [['purchase', share.discount] as const]),
    ...spotTexts(share).map(([, text]) => ['purchase', text] as const),
  ])
  const prices = Object.values(component.prices).map(({ price }) => ['price', price] as const)
  return [...Object.entries(component.inputs), ...shares, ...prices]
}

function refersTo(text: CellText | undefined, matches: (reference: Reference) => boolean): boolean {
  if (text === undefined || !text.trimStart().startsWith('=')) return false
  const cell = readCell(text)
  return cell.kind === 'formula' && cell.references.some(matches)
}

export function renaming(from: Reference, to: string): Rewrite {
  return (text) => (refersTo(text, (reference) => sameReference(reference, from)) ? renameReference(text, from, to) : text)
}

/** `names`: what rows were called, and what they are called now. All at once, so that names may change places. */
export function renamingRows(names: ReadonlyMap<string, string>): Rewrite {
  const nowOf = (reference: Reference) => (reference.kind === 'cost' ? names.get(reference.row) : undefined)
  return (text) => (refersTo(text, (reference) => nowOf(reference) !== undefined) ? renameReferences(text, nowOf) : text)
}

export function rewriteDriver(driver: Driver, rewrite: Rewrite): Driver {
  const changed = driverFields.flatMap((field) => {
    const text = driver[field]
    const next = text === undefined ? text : rewrite(text)
    return next === text ? [] : [[field, next] as const]
  })
  return changed.length === 0 ? driver : { ...driver, ...Object.fromEntries(changed) }
}

function rewriteSchedule(schedule: Schedule, rewrite: Rewrite): Schedule {
  const { scaling } = schedule
  if (scaling === undefined) return schedule
  const texts = Object.entries(scaling).map(([field, text]) => [field, text, rewrite(text)] as const)
  if (texts.every(([, text, next]) => text === next)) return schedule
  return { ...schedule, scaling: { ...scaling, ...Object.fromEntries(texts.map(([field, , next]) => [field, next])) } }
}

function rewriteEnvironment(environment: Environment, rewrite: Rewrite, also: AlsoRewrite['rule'] = (rule) => rule): Environment {
  const rules = environment.rules.map((rule) => {
    const set = Object.entries(rule.set ?? {}).map(([field, value]) => [field, isText(value) ? rewrite(value) : value] as const)
    return also(set.every(([field, value]) => rule.set?.[field] === value) ? rule : { ...rule, set: Object.fromEntries(set) })
  })
  return rules.every((rule, at) => rule === environment.rules[at]) ? environment : { ...environment, rules }
}

/** What else a renaming does to a row or to a rule of an environment, besides their formulas. */
export type AlsoRewrite = {
  readonly component?: (component: Component) => Component
  readonly rule?: (rule: EnvironmentRule) => EnvironmentRule
}

/** The changes that rewrite every formula of the workbook. */
export function rewriteAll(workbook: Workbook, rewrite: Rewrite, also: AlsoRewrite = {}): readonly Change[] {
  const drivers = rows(workbook.drivers).flatMap((driver) => {
    const next = rewriteDriver(driver, rewrite)
    return next === driver ? [] : [replaced('drivers', driver, next)]
  })
  const schedules = rows(workbook.schedules).flatMap((schedule) => {
    const next = rewriteSchedule(schedule, rewrite)
    return next === schedule ? [] : [replaced('schedules', schedule, next)]
  })
  const environments = rows(workbook.environments).flatMap((environment) => {
    const next = rewriteEnvironment(environment, rewrite, also.rule)
    return next === environment ? [] : [replaced('environments', environment, next)]
  })
  const components = ownRows(workbook).flatMap((component) => {
    const rewritten = rewriteComponent(component, rewrite)
    const next = also.component?.(rewritten) ?? rewritten
    return next === component ? [] : [replaced('components', component, next)]
  })
  return [...drivers, ...schedules, ...environments, ...components]
}
