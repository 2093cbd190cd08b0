import { differences } from '#shared/document/scenarios/record.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { messages } from '#shared/messages/messages.ts'
import type { Calculator } from '#pricing/calculator/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { bookFor, changesBook } from './books.ts'
import { notify } from './notices.ts'
import { supplies } from './store.ts'
import type { WorkspaceState } from './types.ts'

/** What a scenario (`null`: the base) shows, and what computes it. */
export type Figures = { readonly workbook: Workbook; readonly services: WorkspaceState['services']; readonly calculator: Calculator }

type Kept = Figures & { readonly book: PriceBook }

/** Rows of all kept scenarios together: some ten kilobytes of calculator stand behind each. */
const mostRows = 120_000

/** Of the open document, the longest unused first. */
let kept = new Map<Id | null, Kept>()
let of: Id | null = null

/**
 * The figures of a scenario that shows this workbook. Those of a scenario shown before are brought up to date by what is different;
 * others are made from nothing, which takes a moment for thousands of rows.
 */
export function figuresFor(document: Id, scenario: Id | null, workbook: Workbook): Figures {
  const before = keptOf(document, scenario, bookFor(workbook))
  const calculator = before === null ? null : broughtTo(before, workbook)
  const services = before === null || calculator === null ? supplies().servicesOf(workbook) : before.services
  const figures = { workbook, services, calculator: calculator ?? supplies().calculate(workbook, services) }
  keepFigures(document, scenario, figures)
  return figures
}

/** Whether the figures of a scenario can be had without making them from nothing. */
export function hasFigures(document: Id, scenario: Id | null): boolean {
  return of === document && kept.has(scenario)
}

/** Remembers what a scenario shows now. `workbook` must be what the calculator was last told. */
export function keepFigures(document: Id, scenario: Id | null, { workbook, services, calculator }: Figures): void {
  if (of !== document) kept = new Map()
  of = document
  kept.delete(scenario)
  kept.set(scenario, { workbook, services, calculator, book: bookFor(workbook) })
  let rows = 0
  for (const figures of kept.values()) rows += figures.workbook.components.size
  for (const [oldest, figures] of kept) {
    if (rows <= mostRows || oldest === scenario) break
    kept.delete(oldest)
    rows -= figures.workbook.components.size
  }
}

/** Prices of another book make other figures. */
function keptOf(document: Id, scenario: Id | null, book: PriceBook): Kept | null {
  const found = of === document ? kept.get(scenario) : undefined
  return found !== undefined && found.book === book ? found : null
}

/** `null` where the calculator has to be made anew: other services, or a fault, after which it cannot be trusted. */
function broughtTo({ workbook: before, calculator }: Kept, workbook: Workbook): Calculator | null {
  const changes = differences(before, workbook)
  if (changes.some((change) => change.table === 'services') || changesBook(changes)) return null
  try {
    if (changes.length > 0) calculator.apply(changes, workbook)
    return calculator
  } catch (fault) {
    notify({ kind: 'fault', ...messages.calculatorFault(fault) })
    return null
  }
}
