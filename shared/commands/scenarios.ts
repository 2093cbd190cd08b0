import type { Change } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import { joined, pushedDown } from '#shared/document/scenarios/record.ts'
import type { Decision, Id, OverriddenTable, Override, Scenario, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, freeNames, placed, removed, replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand, Refusal } from './types.ts'

/** What the base is called where a scenario's name is expected; no scenario may take it. */
export const BASE_NAME = 'Base'

/** Colours of the tabs; the names of design tokens. */
export const SCENARIO_COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const

const noDecision: Decision = { what: '', why: '', who: '', by: '' }

/** A scenario without overrides, on the base (`null`) or on another one; it stands behind the last tab. */
export const addScenario: DocumentCommand<{ readonly id?: Id; readonly parent: Id | null; readonly name?: string }> = {
  id: 'scenarios.add',
  label: 'Add scenario',
  keywords: ['what if', 'variant', 'tab', 'branch'],
  on: 'document',
  run: (workbook, { id, parent, name }, { newId }) => {
    const under = parent === null ? null : workbook.scenarios.get(parent)
    if (under === undefined) return refuse('scenario-gone', refusals.scenarioGone())
    const wanted = name?.trim() ?? ''
    const problem = wanted === '' ? null : nameProblem(workbook, wanted, null)
    if (problem !== null) return problem
    const fresh = freeNames(namesIn(workbook)).take(under === null ? 'Scenario' : under.name)
    return insertedLast(workbook, {
      id: id ?? newId(),
      order: 0,
      name: wanted === '' ? fresh : wanted,
      parent,
      colour: '',
      decision: noDecision,
      overrides: [],
    })
  },
}

/** A scenario with the same overrides, on the same parent, behind the one it was copied from. */
export const duplicateScenario: DocumentCommand<{ readonly id: Id; readonly newId?: Id }> = {
  id: 'scenarios.duplicate',
  label: 'Duplicate scenario',
  keywords: ['copy', 'tab'],
  on: 'document',
  run: (workbook, { id, newId: given }, { newId }) => {
    const scenario = workbook.scenarios.get(id)
    if (scenario === undefined) return refuse('scenario-gone', refusals.scenarioGone())
    const copy = { ...scenario, id: given ?? newId(), name: freeNames(namesIn(workbook)).take(scenario.name), decision: noDecision }
    return inserted(workbook, id, copy)
  },
}

export const renameScenario: DocumentCommand<{ readonly id: Id; readonly name: string }> = {
  id: 'scenarios.rename',
  label: 'Rename scenario',
  keywords: ['title', 'tab'],
  on: 'document',
  run: (workbook, { id, name }) =>
    changed(workbook, id, (scenario) => nameProblem(workbook, name.trim(), id) ?? { ...scenario, name: name.trim() }),
}

/** Puts a tab behind another (`null`: to the front). */
export const moveScenario: DocumentCommand<{ readonly id: Id; readonly after: Id | null }> = {
  id: 'scenarios.move',
  label: 'Move scenario',
  keywords: ['reorder', 'tab', 'left', 'right'],
  on: 'document',
  run: (workbook, { id, after }) => {
    const scenario = workbook.scenarios.get(id)
    return scenario === undefined ? refuse('scenario-gone', refusals.scenarioGone()) : inserted(workbook, after, scenario)
  },
}

/** One of SCENARIO_COLOURS, or empty for none. */
export const setScenarioColour: DocumentCommand<{ readonly id: Id; readonly colour: string }> = {
  id: 'scenarios.colour',
  label: 'Colour scenario',
  keywords: ['tab', 'color'],
  on: 'document',
  run: (workbook, { id, colour }) => changed(workbook, id, (scenario) => ({ ...scenario, colour })),
}

/** What was decided, why, by whom and until when. */
export const setDecision: DocumentCommand<{ readonly id: Id; readonly decision: Partial<Decision> }> = {
  id: 'scenarios.decision',
  label: 'Change decision note',
  keywords: ['why', 'record', 'adr', 'note'],
  on: 'document',
  run: (workbook, { id, decision }) =>
    changed(workbook, id, (scenario) => ({ ...scenario, decision: { ...scenario.decision, ...decision } })),
}

/** What stands on the deleted scenario takes over its overrides, so that no other figure moves. */
export const deleteScenario: DocumentCommand<{ readonly id: Id }> = {
  id: 'scenarios.delete',
  label: 'Delete scenario',
  keywords: ['remove', 'tab'],
  on: 'document',
  run: (workbook, { id }) => {
    const scenario = workbook.scenarios.get(id)
    if (scenario === undefined) return refuse('scenario-gone', refusals.scenarioGone())
    const children = rows(workbook.scenarios).filter((one) => one.parent === id)
    return [
      ...children.map((child) =>
        replaced('scenarios', child, { ...child, parent: scenario.parent, overrides: joined(scenario.overrides, child.overrides) }),
      ),
      removed('scenarios', scenario),
    ]
  },
  afterwards: (workbook, { id }) => {
    const name = workbook.scenarios.get(id)?.name
    return name === undefined ? null : `Deleted the scenario “${name}”.`
  },
}

/** Overrides of a table, of a record, or the one of a field. */
export type OverridePlace = { readonly table?: OverriddenTable; readonly id?: Id; readonly field?: string }

/** Which overrides of a scenario: all of them, those of one place, or those of several. */
export type OverridesOf = OverridePlace & { readonly scenario: Id; readonly places?: readonly OverridePlace[] }

/** The parent's values come back. */
export const resetOverrides: DocumentCommand<OverridesOf> = {
  id: 'scenarios.reset',
  label: 'Reset to the base',
  keywords: ['override', 'revert', 'cell'],
  on: 'document',
  takesOverridesOf: ({ scenario }) => scenario,
  run: (workbook, which) =>
    withOverrides(workbook, which, (scenario, chosen) => [
      replaced('scenarios', scenario, { ...scenario, overrides: without(scenario.overrides, chosen) }),
    ]),
  afterwards: (workbook, which) => (isOfAll(which) ? refusals.overridesReset(countMeant(workbook, which)) : null),
}

/** What the scenario holds becomes what its parent holds. */
export const pushOverrides: DocumentCommand<OverridesOf> = {
  id: 'scenarios.push',
  label: 'Push down to the base',
  keywords: ['override', 'promote', 'accept', 'apply'],
  on: 'document',
  takesOverridesOf: ({ scenario }) => scenario,
  run: (workbook, which) => withOverrides(workbook, which, (scenario, chosen) => pushedDown(workbook, scenario, chosen)),
  afterwards: (workbook, which) => (isOfAll(which) ? refusals.overridesPushed(countMeant(workbook, which)) : null),
}

/** The overrides meant, in their order. */
export function overridesMeant(scenario: Scenario, { places, ...place }: OverridesOf): readonly Override[] {
  const meant = places === undefined ? [place] : places
  return scenario.overrides.filter((one) => meant.some((where) => isAt(one, where)))
}

function isAt(one: Override, { table, id, field }: OverridePlace): boolean {
  return (
    (table === undefined || one.table === table) &&
    (id === undefined || one.id === id) &&
    (field === undefined || one.kind !== 'set' || one.field === field)
  )
}

function isOfAll({ places, table, id }: OverridesOf): boolean {
  return places === undefined && table === undefined && id === undefined
}

function countMeant(workbook: Workbook, which: OverridesOf): number {
  const scenario = workbook.scenarios.get(which.scenario)
  return scenario === undefined ? 0 : overridesMeant(scenario, which).length
}

function without(overrides: readonly Override[], chosen: readonly Override[]): readonly Override[] {
  const gone = new Set(chosen)
  return overrides.filter((one) => !gone.has(one))
}

function withOverrides(
  workbook: Workbook,
  which: OverridesOf,
  change: (scenario: Scenario, chosen: readonly Override[]) => readonly Change[],
): readonly Change[] | Refusal {
  const scenario = workbook.scenarios.get(which.scenario)
  if (scenario === undefined) return refuse('scenario-gone', refusals.scenarioGone())
  const chosen = overridesMeant(scenario, which)
  return chosen.length === 0 ? refuse('nothing-overridden', refusals.nothingOverridden()) : change(scenario, chosen)
}

function changed(workbook: Workbook, id: Id, change: (scenario: Scenario) => Scenario | Refusal): readonly Change[] | Refusal {
  const before = workbook.scenarios.get(id)
  if (before === undefined) return refuse('scenario-gone', refusals.scenarioGone())
  const after = change(before)
  return 'refused' in after ? after : [replaced('scenarios', before, after)]
}

function insertedLast(workbook: Workbook, scenario: Scenario): readonly Change[] {
  return inserted(workbook, rows(workbook.scenarios).at(-1)?.id ?? null, scenario)
}

function inserted(workbook: Workbook, after: Id | null, scenario: Scenario): readonly Change[] {
  return placed(rows(workbook.scenarios), after, [scenario]).map((record) => {
    const before = workbook.scenarios.get(record.id)
    return before === undefined ? added('scenarios', record) : replaced('scenarios', before, record)
  })
}

function namesIn(workbook: Workbook): readonly string[] {
  return [BASE_NAME, ...Array.from(workbook.scenarios.values(), ({ name }) => name)]
}

/** `of`: the scenario that is to have the name, null for a new one. Names differ in more than letter case. */
function nameProblem(workbook: Workbook, name: string, of: Id | null): Refusal | null {
  if (name === '') return refuse('scenario-name', refusals.scenarioNeedsName())
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  const taken = same(BASE_NAME) || [...workbook.scenarios.values()].some((one) => one.id !== of && same(one.name))
  return taken ? refuse('scenario-taken', refusals.scenarioTaken(name)) : null
}

export const scenarioCommands = [
  addScenario,
  duplicateScenario,
  renameScenario,
  moveScenario,
  setScenarioColour,
  setDecision,
  deleteScenario,
  resetOverrides,
  pushOverrides,
] as const
