import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { FactsOf } from '#shared/document/environments.ts'
import type { Component, Environment, Id, Workbook } from '#shared/document/types.ts'
import type { Calculator, Money } from '#pricing/calculator/types.ts'
import { supplies } from '#renderer/workspace/store.ts'

export type PreviewRow = { readonly component: Component; readonly from: Component; readonly money: Money }

/** What an environment would hold, and what every environment would then cost in a month. */
export type Preview = {
  readonly rows: readonly PreviewRow[]
  readonly leftOut: readonly Component[]
  readonly subtotals: ReadonlyMap<string, Money>
  /** Other environments that come to another amount with this one, and what they come to without it. */
  readonly moved: ReadonlyMap<string, Money>
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
  const subtotals = calculator.subtotals('environment')
  return { rows: made, leftOut, subtotals, moved: movedBy(subtotals, without(base, environment, factsOf), environment) }
}

/** Sums of doubles carry noise: a part this small (relative) is no difference. */
const NOISE = 1e-9

function movedBy(now: ReadonlyMap<string, Money>, before: ReadonlyMap<string, Money>, { name }: Environment): ReadonlyMap<string, Money> {
  const others = [...before].filter(([one, { monthly }]) => {
    const after = now.get(one)?.monthly
    return one !== name && after !== undefined && Math.abs(after - monthly) > NOISE * Math.max(1, Math.abs(monthly))
  })
  return new Map(others)
}

/** Of a workbook without one of its environments; asked for again whenever that environment is changed. */
const withoutOne = new WeakMap<Workbook, Map<Id, ReadonlyMap<string, Money>>>()

function without(base: Workbook, { id }: Environment, factsOf: FactsOf): ReadonlyMap<string, Money> {
  const ofBase = withoutOne.get(base) ?? new Map<Id, ReadonlyMap<string, Money>>()
  withoutOne.set(base, ofBase)
  const known = ofBase.get(id)
  if (known !== undefined) return known
  const environments = new Map([...base.environments].filter(([other]) => other !== id))
  const workbook = shownWorkbook({ ...base, environments, scenarios: new Map() }, null, factsOf)
  const found = supplies().calculate(workbook, supplies().servicesOf(workbook)).subtotals('environment')
  ofBase.set(id, found)
  return found
}

function previewRow(component: Component, environment: Environment, base: Workbook, calculator: Calculator): PreviewRow[] {
  const taken = takenRow(component.id)
  const from = taken?.environment === environment.id ? base.components.get(taken.row) : undefined
  return from === undefined ? [] : [{ component, from, money: calculator.row(component.id) }]
}
