import type { Change } from './change.ts'
import { asRules, withEnvironments } from './environments.ts'
import type { FactsOf } from './environments.ts'
import { inScenario } from './scenarios/record.ts'
import { scenarioWorkbook } from './scenarios/resolve.ts'
import type { Id, Workbook } from './types.ts'

/** What a person sees of a document: the base or a scenario (`null`: the base), with the rows of its environments. */
export function shownWorkbook(document: Workbook, scenario: Id | null, factsOf: FactsOf): Workbook {
  return withEnvironments(scenarioWorkbook(document, scenario), factsOf)
}

/** Edits of what is shown as edits of the document: rules of environments, then overrides of the scenario. */
export function asDocumentEdits(document: Workbook, scenario: Id | null, changes: readonly Change[]): readonly Change[] {
  return inScenario(document, scenario, asRules(scenarioWorkbook(document, scenario), changes))
}
