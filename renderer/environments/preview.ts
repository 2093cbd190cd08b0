import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { FactsOf } from '#shared/document/environments.ts'
import type { Component, Environment, Workbook } from '#shared/document/types.ts'
import type { Calculator, Money } from '#pricing/calculator/types.ts'
import { supplies } from '#renderer/workspace/store.ts'

export type PreviewRow = { readonly component: Component; readonly from: Component; readonly money: Money }

/** What an environment would hold, and what every environment would then cost in a month. */
export type Preview = {
  readonly rows: readonly PreviewRow[]
  readonly leftOut: readonly Component[]
  readonly subtotals: ReadonlyMap<string, Money>
}

/**
 * The workbook as it would be with this environment in the place of the one of its id. `base` holds no rows of environments. Figures are
 * computed anew: call it when the person pauses, not at every key.
 */
export function previewOf(base: Workbook, environment: Environment, factsOf: FactsOf): Preview {
  const environments = new Map(base.environments).set(environment.id, environment)
  const workbook = shownWorkbook({ ...base, environments, scenarios: new Map() }, null, factsOf)
  const calculator = supplies().calculate(workbook, supplies().servicesOf(workbook))
  const made = rows(workbook.components).flatMap((component) => previewRow(component, environment, base, calculator))
  const taken = new Set(made.map(({ from }) => from.id))
  const leftOut = rows(base.components).filter((row) => row.environment === environment.from && !taken.has(row.id))
  return { rows: made, leftOut, subtotals: calculator.subtotals('environment') }
}

function previewRow(component: Component, environment: Environment, base: Workbook, calculator: Calculator): PreviewRow[] {
  const taken = takenRow(component.id)
  const from = taken?.environment === environment.id ? base.components.get(taken.row) : undefined
  return from === undefined ? [] : [{ component, from, money: calculator.row(component.id) }]
}
