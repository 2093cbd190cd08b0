import type { Change } from '#shared/document/change.ts'
import { rewriteComponent } from '#shared/document/rewrite.ts'
import type { Rewrite } from '#shared/document/rewrite.ts'
import { rows } from '#shared/document/rows.ts'
import type {
  Budget,
  Component,
  Driver,
  Environment,
  EnvironmentRule,
  OverriddenTable,
  Schedule,
  Tables,
  Workbook,
} from '#shared/document/types.ts'
import { renameReferences } from '#shared/formula/index.ts'
import type { Reference } from '#shared/formula/types.ts'
import { replaced } from './records.ts'
import { driverFields, ownRows, refersTo } from './references.ts'

/** What things were called, and what they are called now. All at once, so that names may change places. */
export type NewNames = {
  readonly drivers?: ReadonlyMap<string, string>
  readonly schedules?: ReadonlyMap<string, string>
  readonly rows?: ReadonlyMap<string, string>
  /** What stands in `subtotal("…")`. */
  readonly subtotals?: ReadonlyMap<string, string>
  /** The groups that rows stand in and rules of environments are for; the empty text is no group. */
  readonly groups?: ReadonlyMap<string, string>
  /** What budgets are about. */
  readonly scopes?: ReadonlyMap<string, string>
}

/** A record of any table that has formulas or names others, with all of them by the new names; the very same record where nothing changes. */
export function rewriteRecord(table: OverriddenTable, record: Tables[OverriddenTable], names: NewNames): Tables[OverriddenTable] {
  if (table === 'drivers' && 'unit' in record) return rewriteDriver(record, rewriteBy(names))
  if (table === 'schedules' && 'weekly' in record) return rewriteSchedule(record, rewriteBy(names))
  if (table === 'environments' && 'rules' in record) return rewriteEnvironment(record, names)
  if (table === 'components' && 'purchase' in record) return rewriteRow(record, names)
  return table === 'budgets' && 'scope' in record ? rewriteBudget(record, names) : record
}

/** The changes that let everything in the workbook follow the new names. */
export function rewriteAll(workbook: Workbook, names: NewNames): readonly Change[] {
  const rewrite = rewriteBy(names)
  const drivers = rows(workbook.drivers).flatMap((driver) => {
    const next = rewriteDriver(driver, rewrite)
    return next === driver ? [] : [replaced('drivers', driver, next)]
  })
  const schedules = rows(workbook.schedules).flatMap((schedule) => {
    const next = rewriteSchedule(schedule, rewrite)
    return next === schedule ? [] : [replaced('schedules', schedule, next)]
  })
  const environments = rows(workbook.environments).flatMap((environment) => {
    const next = rewriteEnvironment(environment, names)
    return next === environment ? [] : [replaced('environments', environment, next)]
  })
  const components = ownRows(workbook).flatMap((component) => {
    const next = rewriteRow(component, names)
    return next === component ? [] : [replaced('components', component, next)]
  })
  const budgets = rows(workbook.budgets).flatMap((budget) => {
    const next = rewriteBudget(budget, names)
    return next === budget ? [] : [replaced('budgets', budget, next)]
  })
  return [...drivers, ...schedules, ...environments, ...components, ...budgets]
}

function rewriteBy(names: NewNames): Rewrite {
  const now = (reference: Reference) => newName(reference, names)
  return (text) => (refersTo(text, (reference) => now(reference) !== undefined) ? renameReferences(text, now) : text)
}

function newName(reference: Reference, { drivers, schedules, rows: ofRows, subtotals }: NewNames): string | undefined {
  switch (reference.kind) {
    case 'name':
      return drivers?.get(reference.name)
    case 'schedule':
      return schedules?.get(reference.schedule)
    case 'cost':
      return ofRows?.get(reference.row)
    case 'subtotal':
      return subtotals?.get(reference.of)
  }
}

function rewriteDriver(driver: Driver, rewrite: Rewrite): Driver {
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

function rewriteEnvironment(environment: Environment, names: NewNames): Environment {
  const rewrite = rewriteBy(names)
  const rules = environment.rules.map((rule) => {
    const set = Object.entries(rule.set ?? {}).map(([field, value]) => [field, typeof value === 'string' ? rewrite(value) : value] as const)
    const rewritten = set.every(([field, value]) => rule.set?.[field] === value) ? rule : { ...rule, set: Object.fromEntries(set) }
    return names.groups === undefined ? rewritten : ruleOfGroups(rewritten, names.groups)
  })
  return rules.every((rule, at) => rule === environment.rules[at]) ? environment : { ...environment, rules }
}

/** Rows that environments make follow the rows they are taken from; rules may be for a group, or put rows into one. */
function ruleOfGroups(rule: EnvironmentRule, groups: ReadonlyMap<string, string>): EnvironmentRule {
  const named = (group: unknown) => (typeof group === 'string' && group !== '' ? groups.get(group) : undefined)
  const matched = rule.match.startsWith('group:') ? named(rule.match.slice('group:'.length)) : undefined
  const put = named(rule.set?.['group'])
  if (matched === undefined && put === undefined) return rule
  return {
    ...rule,
    ...(matched === undefined ? {} : { match: `group:${matched}` }),
    ...(put === undefined ? {} : { set: { ...rule.set, group: put } }),
  }
}

function rewriteRow(row: Component, names: NewNames): Component {
  const rewritten = rewriteComponent(row, rewriteBy(names))
  const group = names.groups?.get(row.group)
  return group === undefined ? rewritten : { ...rewritten, group }
}

function rewriteBudget(budget: Budget, { scopes }: NewNames): Budget {
  const scope = scopes?.get(budget.scope)
  return scope === undefined ? budget : { ...budget, scope }
}
