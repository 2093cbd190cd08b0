import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import { ancestry } from '#shared/document/scenarios/resolve.ts'
import type { Decision, Id, Scenario, Workbook } from '#shared/document/types.ts'
import { factsOf } from '#pricing/services/facts.ts'

/** A scenario of a workbook by its name, with the workbook as it has it. `lineage`: what it stands on, from the base up to itself; empty for the base. */
export type Named = {
  readonly name: string
  readonly workbook: Workbook
  readonly lineage: readonly Scenario[]
  readonly decision?: Decision
}

/** The base, then every scenario in the order of the tabs. */
export function everyScenario(document: Workbook): readonly Named[] {
  return [baseOf(document), ...rows(document.scenarios).map(({ id, name }) => shownScenario(document, id, name))]
}

export function baseOf(document: Workbook): Named {
  return shownScenario(document, null, BASE_NAME)
}

/** `scenario: null` is the base. */
export function shownScenario(document: Workbook, scenario: Id | null, name: string): Named {
  const decision = scenario === null ? undefined : document.scenarios.get(scenario)?.decision
  const workbook = shownWorkbook(document, scenario, factsOf)
  const lineage = scenario === null ? [] : ancestry(document, scenario)
  return { name, workbook, lineage, ...(decision === undefined ? {} : { decision }) }
}
