import { LIMITS } from './limits.ts'
import { aligned } from './merge/align.ts'
import { withParents } from './merge/lineage.ts'
import { merging, type Merging } from './merge/merging.ts'
import type { Among } from './merge/overrides.ts'
import { placeAmong } from './merge/places.ts'
import { mergedScenarios, mergedTable } from './merge/tables.ts'
import { nameOf } from './merge/text.ts'
import type { Choices, Merged, MergeInput, MergeNote } from './merge/types.ts'
import { rows } from './rows.ts'
import type { Id, Ordered, OverriddenTable, Override, SavedState, Scenario, Workbook } from './types.ts'

/**
 * Two edited copies of a document made one. A cell that only one copy changed is as that copy has it; a cell that both changed to
 * something else is a conflict and is as `choices` says of its key. The result is valid as a file whatever is chosen, and does not
 * depend on which copy is called ours, that word in the choices aside. `made`: ids that no file gave but its reader made up.
 */
export function mergedWorkbooks(input: MergeInput, choices: Choices = () => 'ours', made: ReadonlySet<Id> = new Set()): Merged {
  const copies = aligned(input, made)
  const { base, ours, theirs } = copies
  const merge = merging(base !== null, choices)
  const of = <M>(table: (copy: Workbook) => M) => ({ base: base === null ? null : table(base), ours: table(ours), theirs: table(theirs) })
  const notes: MergeNote[] = []
  const tables: Workbook = {
    id: ours.id,
    settings: mergedTable(
      'settings',
      of((copy) => copy.settings),
      merge,
    ),
    drivers: mergedTable(
      'drivers',
      of((copy) => copy.drivers),
      merge,
    ),
    components: mergedTable(
      'components',
      of((copy) => copy.components),
      merge,
    ),
    budgets: mergedTable(
      'budgets',
      of((copy) => copy.budgets),
      merge,
    ),
    schedules: mergedTable(
      'schedules',
      of((copy) => copy.schedules),
      merge,
    ),
    environments: mergedTable(
      'environments',
      of((copy) => copy.environments),
      merge,
    ),
    services: mergedTable(
      'services',
      of((copy) => copy.services),
      merge,
    ),
    scenarios: ours.scenarios,
    snapshots: fewEnough(
      mergedTable(
        'snapshots',
        of((copy) => copy.snapshots),
        merge,
      ),
      notes,
    ),
  }
  const { scenarios, notes: ofScenarios } = scenariosOf(copies, tables, merge)
  return { document: { ...tables, scenarios }, conflicts: merge.conflicts, notes: [...notes, ...ofScenarios] }
}

function scenariosOf({ base, ours, theirs }: MergeInput, merged: Workbook, merge: Merging) {
  const copies = {
    base: base === null ? null : counted(base, merged),
    ours: counted(ours, merged),
    theirs: counted(theirs, merged),
  }
  const among: Among = {
    name: (table, id) => {
      const record = [merged, ours, theirs, base].flatMap((copy) => copy?.[table].get(id) ?? [])[0]
      return record === undefined ? id : nameOf(record)
    },
    place: (table, order) => {
      const before = rows<Ordered>(merged[table]).findLast((one) => one.order <= order)
      return before === undefined ? 'first' : `behind “${among.name(table, before.id)}”`
    },
  }
  return withParents(mergedScenarios(copies, among, merge), copies, merge)
}

/** The scenarios of a copy with the places of their own rows among the merged rows. */
function counted(copy: Workbook, merged: Workbook): ReadonlyMap<Id, Scenario> {
  const placers = new Map<OverriddenTable, (order: number) => number>()
  const place = (table: OverriddenTable, order: number): number => {
    const placer = placers.get(table) ?? placeAmong(copy[table], merged[table])
    placers.set(table, placer)
    return placer(order)
  }
  const moved = (one: Override): Override => {
    if (one.kind === 'set' && one.field === 'order' && typeof one.value === 'number') return { ...one, value: place(one.table, one.value) }
    if (one.kind !== 'add') return one
    return { ...one, record: { ...one.record, order: place(one.table, one.record.order) } }
  }
  return new Map([...copy.scenarios].map(([id, scenario]) => [id, { ...scenario, overrides: scenario.overrides.map(moved) }]))
}

/** A document keeps so many states of itself: of too many the oldest go. */
function fewEnough(snapshots: ReadonlyMap<Id, SavedState>, notes: MergeNote[]): ReadonlyMap<Id, SavedState> {
  const over = snapshots.size - LIMITS.snapshots
  if (over <= 0) return snapshots
  const oldest = [...snapshots.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)).slice(0, over)
  const gone = new Set(oldest.map(({ id }) => id))
  notes.push({
    message: `The copies have ${String(snapshots.size)} snapshots together; a workbook keeps ${String(LIMITS.snapshots)}.`,
    fix: `The oldest are left out: ${oldest.map(({ name }) => `“${name}”`).join(', ')}.`,
  })
  return new Map([...snapshots].filter(([id]) => !gone.has(id)))
}
