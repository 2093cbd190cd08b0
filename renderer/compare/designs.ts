import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Subject } from '#pricing/analysis/comparison.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { bookFor } from '#renderer/workspace/books.ts'
import { supplies } from '#renderer/workspace/store.ts'

/** One design to be compared: a scenario of the open workbook (`null`: its base), or one of another workbook. */
export type Design =
  | { readonly kind: 'own'; readonly scenario: Id | null }
  | { readonly kind: 'other'; readonly source: OtherSource; readonly scenario: Id | null }

/** Another workbook: kept on this machine, or read from a file. `key` tells it from others. */
export type OtherSource = { readonly key: string; readonly name: string; readonly document: Workbook }

export function designKey(design: Design): string {
  return design.kind === 'own' ? `own ${design.scenario ?? ''}` : `${design.source.key} ${design.scenario ?? ''}`
}

/** Every design of a workbook: its base, then its scenarios in their order. */
export function designsOf(document: Workbook, source: OtherSource | null): readonly Design[] {
  const scenarios: readonly (Id | null)[] = [null, ...rows(document.scenarios).map(({ id }) => id)]
  return scenarios.map((scenario) => (source === null ? { kind: 'own', scenario } : { kind: 'other', source, scenario }))
}

/** What a design is called beside others: a scenario of the open workbook by its name, one of another workbook by both names. */
export function designName(design: Design, document: Workbook): string {
  const of = design.kind === 'own' ? document : design.source.document
  const scenario = design.scenario === null ? null : (of.scenarios.get(design.scenario)?.name ?? null)
  if (design.kind === 'own') return scenario ?? BASE_NAME
  return scenario === null ? design.source.name : `${design.source.name} · ${scenario}`
}

/** Whether the design is still there: a scenario may have been deleted. */
export function isThere(design: Design, document: Workbook): boolean {
  const of = design.kind === 'own' ? document : design.source.document
  return design.scenario === null || of.scenarios.has(design.scenario)
}

export function currencyOf(design: Design, document: Workbook): string {
  return settingsOf(design.kind === 'own' ? document : design.source.document).currency.code
}

/** The design with what it is priced with. No calculator is made for it: the comparison brings one from design to design. */
export function subjectOf(design: Design, document: Workbook): Subject {
  const of = design.kind === 'own' ? document : design.source.document
  const workbook = shownWorkbook(of, design.scenario, factsOf)
  return { name: designName(design, document), workbook, context: { book: bookFor(workbook), services: supplies().servicesOf(workbook) } }
}
