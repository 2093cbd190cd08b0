import { KINDS, nameOf } from '#shared/document/merge/text.ts'
import type { Merged, MergeInput, MergeNote } from '#shared/document/merge/types.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Id, TableName, Workbook } from '#shared/document/types.ts'
import type { Reference } from '#shared/formula/types.ts'
import { printUse, usesWhere } from './references.ts'
import type { Use } from './references.ts'

/**
 * Everything that no choice of a cell mends and somebody should look at: what the merge says itself, formulas that name what the other
 * copy removed or renamed, records that have become two of one name, and overrides of what is gone. What was amiss in the base or in
 * both copies is not said again.
 */
export function notesOf({ base, ours, theirs }: MergeInput, { document, notes }: Merged): readonly MergeNote[] {
  const copies = [ours, theirs, ...(base === null ? [] : [base])]
  const designs: readonly (Id | null)[] = [null, ...document.scenarios.keys()]
  const said = new Set<string>()
  const broken = designs.flatMap((design) => brokenIn(design, document, { base, ours, theirs }, said))
  return unique([...notes, ...broken, ...sameNames(document, [ours, theirs]), ...lostOverrides(document, copies, [ours, theirs])])
}

function unique(notes: readonly MergeNote[]): readonly MergeNote[] {
  return [...new Map(notes.map((note) => [note.message, note])).values()]
}

type Broken = { readonly use: Use; readonly target: string }

/**
 * Formulas of a scenario (`null`: the base) that refer to something which a copy had and the merged document has not. `said`: those
 * that were told of a scenario before this one.
 */
function brokenIn(design: Id | null, document: Workbook, { base, ours, theirs }: MergeInput, said: Set<string>): readonly MergeNote[] {
  const shown = scenarioWorkbook(document, design)
  const copies = [ours, theirs, ...(base === null ? [] : [base])]
  const was = copies.map((copy) => scenarioWorkbook(copy, design))
  const now = targets(shown)
  const gone = new Set(was.flatMap((copy) => [...targets(copy)]).filter((target) => !now.has(target)))
  const [inOurs = [], inTheirs = [], inBase = []] = was.map((copy) => amissIn(copy, gone))
  const both = new Set(inTheirs)
  for (const key of [...inOurs.filter((one) => both.has(one)), ...inBase]) said.add(key)
  const scenario = design === null ? '' : ` in the scenario “${document.scenarios.get(design)?.name ?? design}”`
  const missing = [...usesOfGone(shown, gone)].filter(([key]) => !said.has(key))
  const services = [...goneServices(shown, was)].filter(([key]) => !said.has(key))
  for (const [key] of [...missing, ...services]) said.add(key)
  return [
    ...missing.map(([, { use, target }]) => ({
      message: `${printUse(use)}${scenario} names ${wordsOf(target)}, which is not there after the merge.`,
      fix: renamedTo(target, copies, document),
    })),
    ...services.map(([, { row, name }]) => ({
      message: `“${row}”${scenario} is a row of the service “${name}”, which one copy removed.`,
      fix: 'Choose another service for the row, or declare that one again.',
    })),
  ]
}

/** Keys of what a copy itself refers to and has not. */
function amissIn(copy: Workbook, gone: ReadonlySet<string>): readonly string[] {
  const has = targets(copy)
  const services = [...copy.components.values()].flatMap(({ id, service }) => (isGone(service, copy) ? [serviceKey(id, service)] : []))
  return [...usesOfGone(copy, new Set([...gone].filter((target) => !has.has(target)))).keys(), ...services]
}

/** Formulas that refer to one of these, by a key of the place and what it names. */
function usesOfGone(workbook: Workbook, gone: ReadonlySet<string>): ReadonlyMap<string, Broken> {
  const found = new Map<string, Broken>()
  if (gone.size === 0) return found
  const named = new Set<string>()
  usesWhere(workbook, (reference) => {
    const target = targetOf(reference)
    if (gone.has(target)) named.add(target)
    return false
  })
  for (const target of named) {
    for (const use of usesWhere(workbook, (reference) => targetOf(reference) === target)) {
      found.set(JSON.stringify([use, target]), { use, target })
    }
  }
  return found
}

/** What formulas can refer to, each as `kind:name`. */
function targets(workbook: Workbook): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { name } of workbook.drivers.values()) found.add(`name:${name}`)
  for (const { name, group, environment } of workbook.components.values()) {
    found.add(`cost:${name}`).add(`group:${group}`).add(`environment:${environment}`)
  }
  for (const { id, name } of workbook.schedules.values()) found.add(`schedule:${name}`).add(`schedule:${id}`)
  return found
}

function targetOf(reference: Reference): string {
  switch (reference.kind) {
    case 'name':
      return `name:${reference.name}`
    case 'cost':
      return `cost:${reference.row}`
    case 'schedule':
      return `schedule:${reference.schedule}`
    case 'subtotal':
      return /^(?:group|environment):/.test(reference.of) ? reference.of : `group:${reference.of}`
  }
}

const words: Readonly<Record<string, string>> = {
  name: 'the driver',
  cost: 'the row',
  schedule: 'the schedule',
  group: 'the group',
  environment: 'the environment',
}

function wordsOf(target: string): string {
  const colon = target.indexOf(':')
  return `${words[target.slice(0, colon)] ?? ''} “${target.slice(colon + 1)}”`
}

/** What to do: the record may only be called something else now. */
function renamedTo(target: string, copies: readonly Workbook[], document: Workbook): string {
  const tables: Readonly<Record<string, TableName>> = { name: 'drivers', cost: 'components', schedule: 'schedules' }
  const colon = target.indexOf(':')
  const table = tables[target.slice(0, colon)]
  const old = target.slice(colon + 1)
  if (table !== undefined) {
    for (const copy of copies) {
      for (const record of copy[table].values()) {
        const now = nameOf(record) === old ? document[table].get(record.id) : undefined
        if (now !== undefined) return `It is called “${nameOf(now)}” now: write that name in the formula.`
      }
    }
  }
  return 'One copy removed it: add it again, or change the formula.'
}

/** Rows of a service that the workbook does not declare any more and a copy did. */
function goneServices(shown: Workbook, was: readonly Workbook[]): ReadonlyMap<string, { readonly row: string; readonly name: string }> {
  return new Map(
    [...shown.components.values()].flatMap(({ id, name: row, service }) => {
      if (!isGone(service, shown)) return []
      const known = was.flatMap((copy) => copy.services.get(service.slice(5)) ?? [])[0]
      return known === undefined ? [] : [[serviceKey(id, service), { row, name: known.name }] as const]
    }),
  )
}

function isGone(service: string, { services }: Workbook): boolean {
  return service.startsWith('user.') && !services.has(service.slice(5))
}

const serviceKey = (row: Id, service: string): string => JSON.stringify([row, service])

const NAMED = ['drivers', 'components', 'schedules', 'environments', 'scenarios'] as const

/** Names that two records have now and that no copy gave twice. */
function sameNames(document: Workbook, own: readonly Workbook[]): readonly MergeNote[] {
  return NAMED.flatMap((table) => {
    const before = new Set(own.flatMap((copy) => twice(copy, table)))
    return twice(document, table)
      .filter((name) => !before.has(name))
      .map((name) => ({
        message: `After the merge there are two ${KINDS[table]}s called “${name}”.`,
        fix: 'Rename one of them, or delete it.',
      }))
  })
}

function twice(workbook: Workbook, table: (typeof NAMED)[number]): readonly string[] {
  const seen = new Set<string>()
  return [...workbook[table].values()].flatMap(({ name }) => {
    if (name !== '' && seen.has(name)) return [name]
    seen.add(name)
    return []
  })
}

/** Overrides of a record that its copy had and the merged document has not: they count again when the record comes back. */
function lostOverrides(document: Workbook, copies: readonly Workbook[], own: readonly Workbook[]): readonly MergeNote[] {
  return [...document.scenarios.values()].flatMap((scenario) => {
    const parent = scenarioWorkbook(document, scenario.parent)
    return scenario.overrides.flatMap(({ kind, table, id }) => {
      if (kind !== 'set' || parent[table].has(id)) return []
      const had = own.some((copy) => {
        const there = copy.scenarios.get(scenario.id)
        return (
          there !== undefined &&
          there.overrides.some((one) => one.table === table && one.id === id) &&
          scenarioWorkbook(copy, there.parent)[table].has(id)
        )
      })
      const record = copies.flatMap((copy) => scenarioWorkbook(copy, scenario.parent)[table].get(id) ?? [])[0]
      if (!had || record === undefined) return []
      return [
        {
          message: `The scenario “${scenario.name}” changes the ${KINDS[table]} “${nameOf(record)}”, which one copy removed.`,
          fix: 'Add it again to have the change count, or reset the scenario there.',
        },
      ]
    })
  })
}
