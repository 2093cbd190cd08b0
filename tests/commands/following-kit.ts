import { followedBelow, followedOverrides } from '#shared/commands/following.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { OverridesOf } from '#shared/commands/scenarios.ts'
import type { DocumentCommand, Refusal } from '#shared/commands/types.ts'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import { asDocumentEdits, shownWorkbook } from '#shared/document/shown.ts'
import type { Component, Id, Scenario, Workbook } from '#shared/document/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { context } from '#tests/calculator/book.ts'
import { book, driver, row, supplies } from './kit.ts'

export const { services } = context

/** The base, a scenario on it, its branch, and another scenario on the base. */
export type Where = null | 's1' | 's2' | 's3'
export const everywhere: readonly Where[] = [null, 's1', 's2', 's3']

const decision = { what: '', why: '', who: '', by: '' }

function scenario(id: Id, order: number, parent: Id | null): Scenario {
  return { id, order, name: id, parent, colour: '', decision, overrides: [] }
}

const flat = (id: string, monthly: string, more: Partial<Component> = {}): Component => row(id, { inputs: { monthly }, ...more })

const rule = { match: 'group:Serving', set: { 'inputs.monthly': '=base / users' } }

/** Everything that can be renamed is named by something. */
export const start: Workbook = {
  ...book(
    [
      flat('API', '=users * 2', { group: 'Serving', environment: 'prod' }),
      flat('Work', '=schedule("Office") * load', { group: 'Serving', environment: 'prod' }),
      flat('DB', '=cost("API") / 2 * users', { group: 'Data' }),
      flat('Report', '=subtotal("Serving") + cost("API · dev") + subtotal("dev")'),
    ],
    [driver('users', '10'), driver('load', '=users * 3')],
  ),
  budgets: new Map([['b', { id: 'b', order: 1, scope: 'group:Serving', monthly: 100, warnAt: '80%' }]]),
  schedules: new Map([['office', { id: 'office', order: 1, name: 'Office', weekly: 'Mon-Fri 08-18 = 4, else 1' }]]),
  environments: new Map([['dev', { id: 'dev', order: 1, name: 'dev', from: 'prod', rules: [rule] }]]),
  scenarios: new Map([
    ['s1', scenario('s1', 1, null)],
    ['s2', scenario('s2', 2, 's1')],
    ['s3', scenario('s3', 3, null)],
  ]),
}

/** As a window makes an edit of the base or of the scenario it shows. */
export function edited<Args>(document: Workbook, where: Where, command: DocumentCommand<Args>, args: Args): readonly Change[] | Refusal {
  const shown = command.run(shownWorkbook(document, where, factsOf), args, supplies())
  if (isRefusal(shown)) return shown
  const changes = asDocumentEdits(document, where, shown)
  return followedBelow(document, where, { shown, changes, groups: command.renamesGroups?.(args) ?? [] }, factsOf)
}

/** As a window resets or pushes down overrides of a scenario. */
export function taken(document: Workbook, command: DocumentCommand<OverridesOf>, which: OverridesOf): readonly Change[] | Refusal {
  const changes = command.run(document, which, supplies())
  return isRefusal(changes) ? changes : followedOverrides(document, which.scenario, changes, factsOf)
}

/** The document after the edit, which must not be refused. */
export function after<Args>(document: Workbook, where: Where, command: DocumentCommand<Args>, args: Args): Workbook {
  const changes = edited(document, where, command, args)
  if (isRefusal(changes)) throw new Error(changes.message)
  return apply(document, changes)
}

export function cell(id: Id, column: 'name' | 'group' | 'input:monthly', text: string) {
  return { cells: [{ row: id, column, text } as const], services }
}

/** What stands in the price of a row. */
export function textIn(document: Workbook, where: Where, id: Id): string | undefined {
  return scenarioWorkbook(document, where).components.get(id)?.inputs['monthly']
}

/** What rows are called, with those of environments. */
export function namesIn(document: Workbook, where: Where): readonly string[] {
  return Array.from(shownWorkbook(document, where, factsOf).components.values(), ({ name }) => name)
}

/** What each row, each budget and everything comes to. */
export function figures(document: Workbook, where: Where) {
  const { components, budgets, total } = estimate(shownWorkbook(document, where, factsOf), context)
  return {
    rows: components.map(({ id, monthly, unknown, problems }) => ({ id, monthly, unknown, problems })),
    budgets: budgets.map(({ id, actual }) => ({ id, actual })),
    total: total.monthly,
  }
}
