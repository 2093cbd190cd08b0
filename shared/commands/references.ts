import type { Change } from '#shared/document/change.ts'
import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Component, Driver, Environment, PurchaseShare, RowPrice, Schedule, Workbook } from '#shared/document/types.ts'
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
function ownRows(workbook: Workbook): readonly Component[] {
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

/** A formula text with some of its references renamed; the very same text when nothing is. */
export type Rewrite = (text: CellText) => CellText

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

export function rewriteComponent(component: Component, rewrite: Rewrite): Component {
  const inputs = Object.entries(component.inputs).map(([name, text]) => [name, rewrite(text)] as const)
  const purchase = component.purchase.map((share) => rewriteShare(share, rewrite))
  const prices = Object.entries(component.prices).map(([charge, one]) => [charge, rewritePrice(one, rewrite)] as const)
  const same =
    inputs.every(([name, text]) => component.inputs[name] === text) &&
    purchase.every((share, index) => share === component.purchase[index]) &&
    prices.every(([charge, one]) => component.prices[charge] === one)
  return same ? component : { ...component, inputs: Object.fromEntries(inputs), purchase, prices: Object.fromEntries(prices) }
}

function rewritePrice(one: RowPrice, rewrite: Rewrite): RowPrice {
  const price = rewrite(one.price)
  return price === one.price ? one : { ...one, price }
}

/** The cells of a spot share that say how often it is interrupted. */
function spotTexts(share: PurchaseShare): readonly (readonly ['interruption' | 'checkpoint' | 'restart', CellText])[] {
  if (share.kind !== 'spot') return []
  return (['interruption', 'checkpoint', 'restart'] as const).flatMap((field) => {
    const text = share[field]
    return text === undefined ? [] : [[field, text] as const]
  })
}

function rewriteShare(share: PurchaseShare, rewrite: Rewrite): PurchaseShare {
  const spot = spotTexts(share).map(([field, text]) => [field, text, rewrite(text)] as const)
  const coverage = rewrite(share.coverage)
  const discount = share.discount === undefined ? undefined : rewrite(share.discount)
  if (coverage === share.coverage && discount === share.discount && spot.every(([, text, next]) => text === next)) return share
  const texts = Object.fromEntries(spot.map(([field, , next]) => [field, next]))
  return { ...share, ...texts, coverage, ...(discount === undefined ? {} : { discount }) }
}

function rewriteSchedule(schedule: Schedule, rewrite: Rewrite): Schedule {
  const { scaling } = schedule
  if (scaling === undefined) return schedule
  const texts = Object.entries(scaling).map(([field, text]) => [field, text, rewrite(text)] as const)
  if (texts.every(([, text, next]) => text === next)) return schedule
  return { ...schedule, scaling: { ...scaling, ...Object.fromEntries(texts.map(([field, , next]) => [field, next])) } }
}

function rewriteEnvironment(environment: Environment, rewrite: Rewrite): Environment {
  const rules = environment.rules.map((rule) => {
    const set = Object.entries(rule.set ?? {}).map(([field, value]) => [field, isText(value) ? rewrite(value) : value] as const)
    return set.every(([field, value]) => rule.set?.[field] === value) ? rule : { ...rule, set: Object.fromEntries(set) }
  })
  return rules.every((rule, at) => rule === environment.rules[at]) ? environment : { ...environment, rules }
}

/** The changes that rewrite every formula of the workbook. */
export function rewriteAll(workbook: Workbook, rewrite: Rewrite): readonly Change[] {
  const drivers = rows(workbook.drivers).flatMap((driver) => {
    const next = rewriteDriver(driver, rewrite)
    return next === driver ? [] : [replaced('drivers', driver, next)]
  })
  const schedules = rows(workbook.schedules).flatMap((schedule) => {
    const next = rewriteSchedule(schedule, rewrite)
    return next === schedule ? [] : [replaced('schedules', schedule, next)]
  })
  const environments = rows(workbook.environments).flatMap((environment) => {
    const next = rewriteEnvironment(environment, rewrite)
    return next === environment ? [] : [replaced('environments', environment, next)]
  })
  const components = ownRows(workbook).flatMap((component) => {
    const next = rewriteComponent(component, rewrite)
    return next === component ? [] : [replaced('components', component, next)]
  })
  return [...drivers, ...schedules, ...environments, ...components]
}
