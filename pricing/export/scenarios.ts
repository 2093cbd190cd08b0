import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Decision, Id, Workbook } from '#shared/document/types.ts'
import { categoryOf } from '#pricing/services/registry.ts'

/** A scenario of a workbook by its name, with the workbook as it has it. */
export type Named = { readonly name: string; readonly workbook: Workbook; readonly decision?: Decision }

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
  const workbook = shownWorkbook(document, scenario, categoryOf)
  return { name, workbook, ...(decision === undefined ? {} : { decision }) }
}
