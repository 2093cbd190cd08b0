import { placedReferences, renameReferences } from '../formula/rename.ts'
import type { Change, ChangeIn } from './change.ts'
import { rewriteComponent } from './rewrite.ts'
import { rows } from './rows.ts'
import { differentFields, divided, fieldValue, withField } from './scenarios/fields.ts'
import type { Component, Environment, EnvironmentRule, Id, Workbook } from './types.ts'

/** What rules have to know of a row's service. */
export type ServiceFacts = {
  /** For rules that match by it. */
  readonly category: string
  /**
   * The part of a formula that the word `base` stands for in this input, `text` being what the row has there (empty: nothing): the
   * default where it has nothing, empty where there is none or no such input.
   */
  readonly base: (input: string, text: string) => string
}

/**
 * The facts of a service. A workbook's own services stand in `workbook`: the answer must follow from these two alone, since what is made
 * by it is remembered by them, and the same facts must be the same object.
 */
export type FactsOf = (service: string, workbook: Pick<Workbook, 'services'>) => ServiceFacts

/** Between a row's id and the id of the environment it was taken into. */
const JOINT = '@'

const known = new WeakMap<Workbook, Workbook>()

/**
 * The workbook with the rows of its environments: every row of the environment one is made from, changed by its rules. They stand
 * behind the row they are taken from, are named after it (“API · dev”) and refer to each other where the taken rows do. The same
 * workbook gives the same answer.
 */
export function withEnvironments(workbook: Workbook, factsOf: FactsOf): Workbook {
  if (workbook.environments.size === 0) return workbook
  const found = known.get(workbook) ?? expanded(workbook, factsOf)
  known.set(workbook, found)
  return found
}

/** The row and the environment a row was taken from and into; `null` for a row of its own. */
export function takenRow(id: Id): { readonly row: Id; readonly environment: Id } | null {
  const joint = id.lastIndexOf(JOINT)
  return joint < 0 ? null : { row: id.slice(0, joint), environment: id.slice(joint + 1) }
}

/** What a row is called in an environment, unless a rule says otherwise. */
export function takenName(name: string, environment: Pick<Environment, 'name'>): string {
  return `${name} · ${environment.name}`
}

function expanded(workbook: Workbook, factsOf: FactsOf): Workbook {
  const components = new Map(workbook.components)
  for (const environment of rows(workbook.environments)) {
    const made = rows(workbook.components).flatMap((row) => {
      const own = row.environment === environment.from ? taken(row, environment, factsOf(row.service, workbook)) : null
      return own === null ? [] : [{ row, own }]
    })
    const names = new Map(made.map(({ row, own }) => [row.name, own.name]))
    for (const { own } of made) components.set(own.id, referringInside(own, names))
  }
  return { ...workbook, components }
}

/** Rows already taken, so that an edit elsewhere leaves them the very same objects. */
const takenBefore = new WeakMap<Component, WeakMap<Environment, Taken>>()

type Taken = { readonly facts: ServiceFacts; readonly made: Component | null }

/** `null` where a rule leaves it out. */
function taken(row: Component, environment: Environment, facts: ServiceFacts): Component | null {
  const ofRow = takenBefore.get(row) ?? new WeakMap<Environment, Taken>()
  takenBefore.set(row, ofRow)
  const before = ofRow.get(environment)
  // A row stays the same object when somebody declares its service otherwise.
  if (before?.facts === facts) return before.made
  const rules = environment.rules.filter((rule) => ruleMatches(rule, row, facts.category))
  const own: Component = {
    ...row,
    id: `${row.id}${JOINT}${environment.id}`,
    order: row.order + behind(row.order, environment.order),
    name: takenName(row.name, environment),
    environment: environment.name,
  }
  const made = rules.some((rule) => rule.leaveOut === true) ? null : rules.reduce((one, rule) => ruled(one, row, rule, facts), own)
  ofRow.set(environment, { facts, made })
  return made
}

/** A step too small to reach the next row, longer for environments that stand later. */
function behind(order: number, environment: number): number {
  return 1e-6 * Math.max(1, Math.abs(order)) * (2 + environment / (1 + Math.abs(environment)))
}

function ruled(made: Component, base: Component, { set = {} }: EnvironmentRule, facts: ServiceFacts): Component {
  return Object.entries(set).reduce((row, [field, value]) => withField(row, field, withBase(value, base, field, facts)), made)
}

/**
 * The word `base` in a rule's formula is what the taken row has there, in brackets. Where neither the row nor its service says anything,
 * nothing is set.
 */
function withBase(value: unknown, row: Component, field: string, facts: ServiceFacts): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('=')) return value
  const names = placedReferences(value).filter(({ reference }) => reference.kind === 'name' && reference.name.toLowerCase() === 'base')
  if (names.length === 0) return value
  const base = fieldValue(row, field)
  const text = baseText(base, field, facts)
  if (text === '') return base
  return names.reduceRight((result, { from, to }) => `${result.slice(0, from)}(${text})${result.slice(to)}`, value)
}

function baseText(base: unknown, field: string, facts: ServiceFacts): string {
  const text = typeof base === 'string' ? base.trim() : ''
  const [key, input] = divided(field)
  return key === 'inputs' && input !== null ? facts.base(input, text) : text.replace(/^=/, '')
}

/** Whether a rule is about this row of the environment it takes rows from. `category`: of the row's service. */
export function ruleMatches({ match }: Pick<EnvironmentRule, 'match'>, row: Component, category: string): boolean {
  if (match === 'all') return true
  const colon = match.indexOf(':')
  const by = match.slice(0, colon)
  const wanted = match.slice(colon + 1)
  switch (by) {
    case 'row':
      return row.id === wanted
    case 'service':
      return row.service === wanted
    case 'group':
      return row.group === wanted
    case 'category':
      return category === wanted
    case 'tag': {
      const [tag = '', value] = wanted.split('=', 2)
      return Object.hasOwn(row.tags, tag) && (value === undefined || row.tags[tag] === value)
    }
    default:
      return false
  }
}

/** `cost("API")` in a row of an environment means the environment's own API. */
function referringInside(row: Component, names: ReadonlyMap<string, string>): Component {
  return rewriteComponent(row, (text) =>
    /cost/i.test(text) ? renameReferences(text, (found) => (found.kind === 'cost' ? names.get(found.row) : undefined)) : text,
  )
}

/** Fields that belong to the taking: a rule does not set them. */
const given = new Set(['order', 'environment'])

/**
 * Edits of a workbook shown with its environments, as edits of the workbook itself: what is changed on a taken row becomes a rule
 * for that row alone, a taken row that is removed is left out by one. Edits of other rows go through as they are.
 */
export function asRules(workbook: Workbook, changes: readonly Change[]): readonly Change[] {
  const environments = new Map<Id, Environment>()
  const others = changes.filter((change) => {
    if (change.table !== 'components') return true
    const place = takenRow(change.id)
    const environment = place && (environments.get(place.environment) ?? workbook.environments.get(place.environment))
    if (place === null || environment === null || environment === undefined) return true
    environments.set(environment.id, withRule(environment, place.row, change))
    return false
  })
  return [
    ...others,
    ...[...environments.values()].flatMap((after): Change[] => {
      const before = workbook.environments.get(after.id) ?? null
      return before === after ? [] : [{ table: 'environments', id: after.id, before, after }]
    }),
  ]
}

function withRule(environment: Environment, row: Id, { before, after }: ChangeIn<'components'>): Environment {
  const match = `row:${row}`
  if (after === null) {
    const rules = environment.rules.filter((rule) => rule.match !== match)
    return { ...environment, rules: [...rules, { match, leaveOut: true }] }
  }
  if (before === null) return { ...environment, rules: environment.rules.filter((rule) => rule.match !== match) }
  const set = Object.fromEntries(
    differentFields(before, after).flatMap(({ field, after: value }) => (given.has(field) ? [] : [[field, value]])),
  )
  if (Object.keys(set).length === 0) return environment
  const last = environment.rules.at(-1)
  // The rule for a row stands last, so that no general rule speaks over what was typed into its very cell.
  const previous = environment.rules.find((rule) => rule.match === match)
  const rules = last === previous ? environment.rules.slice(0, -1) : environment.rules.filter((rule) => rule !== previous)
  return { ...environment, rules: [...rules, { match, set: { ...previous?.set, ...set } }] }
}
