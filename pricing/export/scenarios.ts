import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Decision, Id, Workbook } from '#shared/document/types.ts'
import type { Context } from '#pricing/calculator/types.ts'

/** A scenario of a workbook by its name, with the workbook as it has it. */
export type Named = { readonly name: string; readonly workbook: Workbook; readonly decision?: Decision }

/** The base, then every scenario in the order of the tabs. */
export function everyScenario(document: Workbook, context: Context): readonly Named[] {
  return [baseOf(document, context), ...rows(document.scenarios).map(({ id, name }) => shownScenario(document, id, name, context))]
}

export function baseOf(document: Workbook, context: Context): Named {
  return shownScenario(document, null, BASE_NAME, context)
}

/** `scenario: null` is the base. */
export function shownScenario(document: Workbook, scenario: Id | null, name: string, { services }: Context): Named {
  const decision = scenario === null ? undefined : document.scenarios.get(scenario)?.decision
  const workbook = shownWorkbook(document, scenario, (service) => services.get(service)?.category ?? 'other')
  return { name, workbook, ...(decision === undefined ? {} : { decision }) }
}
