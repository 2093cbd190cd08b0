import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { inScenario } from '#shared/document/scenarios/record.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Id, PurchaseShare } from '#shared/document/types.ts'
import { newRows } from './components.ts'
import type { NewComponent } from './components.ts'
import { replaced } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'
import { addScenario } from './scenarios.ts'
import type { DocumentCommand, ServiceShapes } from './types.ts'
import { refusals } from '#shared/messages/commands.ts'

export type PlanScenario = {
  /** Of the scenario that is made. */
  readonly id: Id
  readonly parent: Id | null
  readonly name?: string
  /** Commitments that are bought. */
  readonly adds: readonly NewComponent[]
  /** Rows that are bought another way. */
  readonly purchases: readonly { readonly row: Id; readonly purchase: readonly PurchaseShare[] }[]
  readonly services: ServiceShapes
}

/** A recommendation as a scenario of its own, in one step: what it stands on stays as it is. */
export const applyAsScenario: DocumentCommand<PlanScenario> = {
  id: 'commitments.scenario',
  label: 'Apply as a scenario',
  keywords: ['savings plan', 'reserved', 'commitment', 'recommendation', 'optimise'],
  on: 'document',
  describe: () => 'Apply a plan as a scenario',
  run: (workbook, { id, parent, name, adds, purchases, services }, supplies) => {
    if (adds.length === 0 && purchases.length === 0) return refuse('nothing-added', refusals.nothingAdded())
    const made = addScenario.run(workbook, { id, parent, ...(name === undefined ? {} : { name }) }, supplies)
    if (isRefusal(made)) return made
    const document = apply(workbook, made)
    const shown = scenarioWorkbook(document, id)
    const bought = purchases.flatMap(({ row, purchase }): Change[] => {
      const before = shown.components.get(row)
      return before === undefined ? [] : [replaced('components', before, { ...before, purchase })]
    })
    const rows = adds.length === 0 ? [] : newRows(shown, { components: adds, after: null, services }, supplies)
    return isRefusal(rows) ? rows : squash([...made, ...inScenario(document, id, [...bought, ...rows])])
  },
}

export const planScenarioCommands = [applyAsScenario] as const
