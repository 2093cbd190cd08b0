import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { withEnvironments } from '#shared/document/environments.ts'
import type { FactsOf } from '#shared/document/environments.ts'
import { equal } from '#shared/document/equal.ts'
import { rows } from '#shared/document/rows.ts'
import { differentFields, fieldValue, withField } from '#shared/document/scenarios/fields.ts'
import { differences, inScenario, recordIn } from '#shared/document/scenarios/record.ts'
import { ancestry, overridden, scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { FieldOverride, Id, Override, Scenario, Workbook } from '#shared/document/types.ts'
import { missedBelow, takenBelow } from './below.ts'
import { environmentNames } from './environments.ts'
import { groupNames } from './groups.ts'
import { replaced } from './records.ts'
import { rowNames } from './rename-rows.ts'
import { isRefusal } from './refusal.ts'
import { rewriteAll, rewriteRecord } from './rewriting.ts'
import type { NewNames } from './rewriting.ts'
import type { GroupRenaming, Refusal } from './types.ts'

/** An edit of what is shown (`shown`), as edits of the document (`changes`), and the groups it gives other names. */
type ShownEdit = {
  readonly shown: readonly Change[]
  readonly changes: readonly Change[]
  readonly groups: readonly GroupRenaming[]
}

/** The base or a scenario before and after an edit, as it is kept: without the rows of its environments. */
type View = { readonly before: Workbook; readonly after: Workbook; readonly names: NewNames }

/**
 * An edit of the base (`null`) or of a scenario, with what scenarios that stand on it must hold differently so that their formulas mean
 * what they meant: what they hold themselves follows new names, and what they inherit keeps a name that means something else there.
 * Refused where a scenario has another thing of a new name, or needs what is deleted.
 */
export function followedBelow(
  document: Workbook,
  context: Id | null,
  { shown, changes, groups }: ShownEdit,
  factsOf: FactsOf,
): readonly Change[] | Refusal {
  const isStoodOn = [...document.scenarios.values()].some(({ parent }) => parent === context)
  if (!isStoodOn || (groups.length === 0 && !shown.some(movesName))) return changes
  return followed(document, context, { changes, groups }, factsOf)
}

function followed(
  document: Workbook,
  context: Id | null,
  { changes, groups }: Pick<ShownEdit, 'changes' | 'groups'>,
  factsOf: FactsOf,
): readonly Change[] | Refusal {
  const edited = apply(document, changes)
  const before = scenarioWorkbook(document, context)
  const after = scenarioWorkbook(edited, context)
  const renamed = groups.filter((group) => isDone(group, before, after))
  const views = new Map<Id | null, View>([[context, { before, after, names: newNames(before, after, renamed, factsOf) }]])
  const follow: Change[] = []
  for (const { scenario, parent } of standingOn(edited, context, views)) {
    const was = scenarioWorkbook(document, scenario.id)
    const is = overridden(parent.after, scenario.overrides)
    const place = { scenario, before: was, after: is }
    const problem = takenBelow(place, renamed) ?? missedBelow(place)
    if (problem !== null) return problem
    const view = { before: was, after: is, names: newNames(was, is, renamed, factsOf) }
    const overrides = [...ownFollowing(scenario, view), ...keptMeanings(scenario, view, parent)]
    views.set(scenario.id, { ...view, after: overridden(parent.after, overrides) })
    if (!equal(overrides, scenario.overrides)) follow.push(replaced('scenarios', scenario, { ...scenario, overrides }))
  }
  return [...changes, ...follow]
}

/**
 * Overrides of a scenario that were reset or pushed down (`changes` of the document): where a name goes with them, formulas of what the
 * scenario stands on, of the scenario and of what stands on it follow. Refused as `followedBelow` refuses.
 */
export function followedOverrides(document: Workbook, id: Id, changes: readonly Change[], factsOf: FactsOf): readonly Change[] | Refusal {
  const context = document.scenarios.get(id)?.parent ?? null
  const edited = apply(document, changes)
  const [before, after] = [scenarioWorkbook(document, context), scenarioWorkbook(edited, context)]
  const moved = [...differences(before, after), ...differences(scenarioWorkbook(document, id), scenarioWorkbook(edited, id))]
  if (!moved.some(movesName)) return changes
  const meant = inheritedTexts(before, after, newNames(before, after, [], factsOf))
  const all = followed(document, context, { changes: [...changes, ...inScenario(edited, context, meant)], groups: [] }, factsOf)
  return isRefusal(all) ? all : [...all, ...tidied(document, apply(document, all), id)]
}

/** The texts of the parent that were not touched, by the new names. */
function inheritedTexts(before: Workbook, after: Workbook, names: NewNames): readonly Change[] {
  return rewriteAll(before, names).flatMap(({ table, id, before: was, after: meant }): readonly Change[] => {
    if (table === 'scenarios' || table === 'snapshots' || was === null || meant === null) return []
    const is = recordIn(after, table, id)
    if (is === undefined) return []
    const untouched = differentFields(was, meant).filter(({ field }) => equal(fieldValue(was, field), fieldValue(is, field)))
    const record = untouched.reduce((held, { field, after: value }) => withField(held, field, value), is)
    return record === is ? [] : differences(after, { ...after, [table]: new Map([...after[table], [id, record]]) })
  })
}

/** What the scenario held to say what its parent says by now is held no longer. */
function tidied(was: Workbook, is: Workbook, id: Id): readonly Change[] {
  const [before, scenario] = [was.scenarios.get(id), is.scenarios.get(id)]
  if (before === undefined || scenario === undefined) return []
  const [parentBefore, parent] = [scenarioWorkbook(was, before.parent), scenarioWorkbook(is, scenario.parent)]
  const says = (workbook: Workbook, one: FieldOverride) => {
    const record = recordIn(workbook, one.table, one.id)
    return record !== undefined && equal(fieldValue(record, one.field), one.value)
  }
  const wasSo = (one: FieldOverride) => says(parentBefore, one) && before.overrides.some((other) => equal(other, one))
  const overrides = scenario.overrides.filter((one) => one.kind !== 'set' || !says(parent, one) || wasSo(one))
  return overrides.length === scenario.overrides.length ? [] : [replaced('scenarios', scenario, { ...scenario, overrides })]
}

/** Whether something has another name, or is gone that must not go while formulas name it. A row may go. */
function movesName({ table, before, after }: Change): boolean {
  if (after === null) return table === 'drivers' || table === 'schedules'
  const nameOf = (record: typeof after) => ('name' in record ? record.name : null)
  return before !== null && nameOf(before) !== nameOf(after)
}

/** Scenarios that stand on the base or the scenario, each behind what it stands on; `views` has its parent's by then. */
function* standingOn(document: Workbook, context: Id | null, views: ReadonlyMap<Id | null, View>) {
  const lines = rows(document.scenarios).map(({ id }) => ancestry(document, id))
  for (const line of lines.toSorted((a, b) => a.length - b.length)) {
    const scenario = line.at(-1)
    const parent = scenario === undefined ? undefined : views.get(scenario.parent)
    if (scenario !== undefined && parent !== undefined && scenario.id !== context) yield { scenario, parent }
  }
}

/** A replacement of texts may have left a group as it was. */
function isDone({ from, to }: GroupRenaming, before: Workbook, after: Workbook): boolean {
  return [...before.components.values()].some(({ id, group }) => group === from && after.components.get(id)?.group === to)
}

/** What bears another name in `after` than in `before`. A name that two of a kind bore is left alone. */
function newNames(before: Workbook, after: Workbook, groups: readonly GroupRenaming[], factsOf: FactsOf): NewNames {
  const ofGroups = groups.map(({ from, to }) => groupNames(before, from, to))
  const ofEnvironments = [...before.environments.values()].flatMap(({ id, name }) => {
    const now = after.environments.get(id)?.name ?? name
    return now === name ? [] : [environmentNames(before, name, now)]
  })
  const all = (of: 'groups' | 'scopes' | 'subtotals') =>
    new Map([...ofGroups, ...ofEnvironments].flatMap((names) => [...(names[of] ?? [])]))
  return {
    drivers: newNamesOf(before.drivers, after.drivers),
    schedules: newNamesOf(before.schedules, after.schedules),
    rows: rowNames(withEnvironments(before, factsOf), withEnvironments(after, factsOf)),
    groups: all('groups'),
    scopes: all('scopes'),
    subtotals: all('subtotals'),
  }
}

type Named = ReadonlyMap<Id, { readonly id: Id; readonly name: string }>

function newNamesOf(before: Named, after: Named): ReadonlyMap<string, string> {
  const all = Array.from(before.values(), ({ name }) => name)
  return new Map(
    [...before.values()].flatMap(({ id, name }) => {
      const now = after.get(id)?.name ?? name
      return now === name || all.indexOf(name) !== all.lastIndexOf(name) ? [] : [[name, now] as const]
    }),
  )
}

/** What the scenario holds itself, by the new names. */
function ownFollowing(scenario: Scenario, { before, names }: View): readonly Override[] {
  return scenario.overrides.map((one): Override => {
    if (one.kind === 'drop') return one
    if (one.kind === 'add') return withRecord(one, names)
    const record = recordIn(before, one.table, one.id)
    if (record === undefined || !equal(fieldValue(record, one.field), one.value)) return one
    const value = fieldValue(rewriteRecord(one.table, record, names), one.field)
    return equal(value, one.value) ? one : { ...one, value }
  })
}

function withRecord(one: Extract<Override, { readonly kind: 'add' }>, names: NewNames): Override {
  const record = rewriteRecord(one.table, one.record, names)
  return record === one.record || 'currency' in record ? one : { ...one, record }
}

/** Inherited fields that followed a new name which the thing they mean does not bear here: held as they would have to read here. */
function keptMeanings(scenario: Scenario, { before, names }: View, parent: View): readonly FieldOverride[] {
  return differences(parent.before, parent.after).flatMap(({ table, id, before: was, after: is }): readonly FieldOverride[] => {
    if (table === 'scenarios' || table === 'snapshots' || was === null || is === null) return []
    const here = recordIn(before, table, id)
    const own = scenario.overrides.filter((one) => one.table === table && one.id === id)
    if (here === undefined || own.some(({ kind }) => kind !== 'set')) return []
    const there = rewriteRecord(table, was, parent.names)
    const wanted = rewriteRecord(table, here, names)
    return differentFields(was, is).flatMap(({ field, after: value }): readonly FieldOverride[] => {
      if (own.some((one) => one.kind === 'set' && one.field === field) || !equal(fieldValue(there, field), value)) return []
      const meant = fieldValue(wanted, field)
      return equal(meant, value) ? [] : [{ kind: 'set', table, id, field, value: meant }]
    })
  })
}
