import { settingsOf } from '#shared/document/empty.ts'
import { localise } from '#shared/formula/locale.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { readScope, writeScope } from '#pricing/budget/scope.ts'
import type { BudgetEstimate, Calculator } from '#pricing/calculator/types.ts'
import { shownSubtotals } from '#renderer/workspace/grouping.ts'
import { ownValues } from '#renderer/workspace/own-values.ts'
import type { OwnValues } from '#renderer/workspace/own-values.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { worstByScope } from './budget-mark.ts'
import type { ShownContext } from './shown.ts'

type Kept = {
  readonly state: Pick<WorkspaceState, 'calculator' | 'services' | 'locale' | 'showFormulas' | 'groupBy'>
  readonly own: OwnValues | null
  readonly currency: string
  readonly context: ShownContext
}

let kept: Kept | null = null

/** What cells need in order to show themselves; null while no workbook is open. The same object while nothing of it changed. */
export function shownContext(): ShownContext | null {
  const { document, scenario, workbook, calculator, services, locale, showFormulas, groupBy } = workspace.getState()
  if (!workbook || !calculator) return null
  const currency = settingsOf(workbook).currency.code
  const old = kept?.state
  const own = ownValues(document, scenario)
  if (
    kept &&
    old?.calculator === calculator &&
    old.services === services &&
    old.locale === locale &&
    old.showFormulas === showFormulas &&
    old.groupBy === groupBy &&
    kept.own === own &&
    kept.currency === currency
  )
    return kept.context
  const context: ShownContext = {
    calculator,
    services,
    printer: makePrinter(locale, currency),
    localise: (canonical) => localise(canonical, locale),
    showFormulas,
    groupBy,
    subtotal: (heading) => shownSubtotals().get(heading),
    budget: (scope) => watchedNow().get(scope),
    locale,
    own,
  }
  kept = { state: { calculator, services, locale, showFormulas, groupBy }, own, currency, context }
  return context
}

type Watched = { readonly calculator: Calculator; readonly figures: number; readonly budgets: ReadonlyMap<string, BudgetEstimate> }

let watched: Watched | null = null

/** The budgets by what they watch. Judged once for the same figures. */
function watchedNow(): ReadonlyMap<string, BudgetEstimate> {
  const { calculator, figures } = workspace.getState()
  if (calculator === null) return new Map()
  if (watched?.calculator !== calculator || watched.figures !== figures)
    watched = { calculator, figures, budgets: worstByScope(calculator.budgets(), scopeText) }
  return watched.budgets
}

/** One text for a scope, however it was typed. */
function scopeText({ scope }: BudgetEstimate): string {
  const read = readScope(scope)
  return 'code' in read ? scope : writeScope(read)
}
