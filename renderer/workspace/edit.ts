import type { DocumentCommand, Refusal } from '#shared/commands/types.ts'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Workbook } from '#shared/document/types.ts'
import { isRefusal, refuse } from '#shared/commands/refusal.ts'
import { messages } from '#shared/messages/messages.ts'
import type { Calculator, Recalculated } from '#pricing/calculator/types.ts'
import { emptyHistory, record, stepBack, stepForward } from './history.ts'
import type { History } from './history.ts'
import { notify, notifyRefusal } from './notices.ts'
import { pruneSelection } from './selection.ts'
import { supplies, workspace } from './store.ts'
import type { CellRange, Edit, WorkspaceState } from './types.ts'

let history: History = emptyHistory

/** A freshly opened workbook has nothing to take back. */
export function forgetHistory(): void {
  history = emptyHistory
}

export const edit: Edit = <Args>(command: DocumentCommand<Args>, args: Args): Refusal | null => {
  const { workbook, selection } = workspace.getState()
  if (workbook === null) return refused(refuse('no-workbook', messages.noWorkbook()))
  const outcome = command.run(workbook, args, { newId: supplies().newId, today: supplies().today() })
  if (isRefusal(outcome)) return refused(outcome)
  if (outcome.length === 0) return null
  const label = command.describe?.(args) ?? command.label
  perform(outcome, () => record(history, { label, changes: outcome, selection }))
  const said = command.afterwards?.(workbook, args) ?? null
  if (said !== null) notify({ kind: 'info', message: said, undo: true })
  return null
}

/** Takes the last edit back; says nothing when there is none. */
export function undo(): void {
  const step = stepBack(history)
  if (step === null) return
  perform(invert(step.entry.changes), () => step.history, step.entry.selection)
}

/** Does again what was taken back last. */
export function redo(): void {
  const step = stepForward(history)
  if (step === null) return
  perform(step.entry.changes, () => step.history)
}

/** Recomputes the whole estimate. The incremental figures must agree with it to the last bit; when not, the fresh ones win. */
export function recalculate(): void {
  const { workbook, calculator } = workspace.getState()
  if (workbook === null || calculator === null) return
  const services = supplies().servicesOf(workbook)
  const fresh = supplies().calculate(workbook, services)
  const different = disagreement(workbook, calculator, fresh)
  workspace.setState({ services, ...figuresOf(fresh, [], everything) })
  if (different === null) notify({ kind: 'info', message: messages.recalculatedSame() })
  else notify({ kind: 'fault', ...messages.recalculatedDifferent(different) })
}

const everything: Recalculated = { components: new Set(), drivers: new Set(), everything: true }

/** The one road of an edit: document, figures, history, store, disk. */
function perform(changes: readonly Change[], nextHistory: () => History, selection?: readonly CellRange[]): void {
  const before = workspace.getState()
  if (before.workbook === null || before.calculator === null) return
  const workbook = apply(before.workbook, changes)
  const computed = recompute(before.calculator, changes, workbook)
  history = nextHistory()
  workspace.setState({
    workbook,
    ...computed,
    selection: pruneSelection(selection ?? before.selection, workbook),
    file: before.file === null ? null : { ...before.file, unsaved: true },
    canUndo: history.past.at(-1)?.label ?? null,
    canRedo: history.future.at(-1)?.label ?? null,
    notices: workspace.getState().notices.filter((notice) => notice.undo !== true),
  })
  supplies().storage.save(workbook, changes, { total: summaryTotal(workbook, computed.calculator) })
}

type Computed = Pick<WorkspaceState, 'calculator' | 'figures' | 'moved' | 'services'> & { readonly calculator: Calculator }

/**
 * A change of the user's own services changes what rows can be, so the engine is made anew. A calculator that failed half way
 * cannot be trusted with the next edit either: it is replaced, and the person is told.
 */
function recompute(calculator: Calculator, changes: readonly Change[], workbook: Workbook): Computed {
  const { services } = workspace.getState()
  const anew = (): Computed => {
    const declared = supplies().servicesOf(workbook)
    return { services: declared, ...figuresOf(supplies().calculate(workbook, declared), changes, everything) }
  }
  if (changes.some((change) => change.table === 'services')) return anew()
  try {
    return { services, ...figuresOf(calculator, changes, calculator.apply(changes, workbook)) }
  } catch (fault) {
    notify({ kind: 'fault', ...messages.calculatorFault(fault) })
    return anew()
  }
}

function figuresOf(calculator: Calculator, changes: readonly Change[], recalculated: Recalculated) {
  return { calculator, figures: workspace.getState().figures + 1, moved: { changes, recalculated } }
}

/** What the start page shows of a workbook without opening it. */
export function summaryTotal(workbook: Workbook, calculator: Calculator): { monthly: number; currency: string; unknown: number } {
  const total = calculator.total()
  const currency = workbook.settings.get('settings')?.currency.code ?? 'USD'
  return { monthly: total.monthly, currency, unknown: total.unknown + total.problems }
}

function disagreement(workbook: Workbook, kept: Calculator, fresh: Calculator): string | null {
  for (const component of workbook.components.values()) {
    if (!sameMoney(kept.row(component.id), fresh.row(component.id))) return component.name
  }
  return sameMoney(kept.total(), fresh.total()) ? null : messages.theTotal()
}

function sameMoney(a: ReturnType<Calculator['total']>, b: ReturnType<Calculator['total']>): boolean {
  return Object.is(a.monthly, b.monthly) && Object.is(a.list, b.list) && a.unknown === b.unknown && a.problems === b.problems
}

function refused(refusal: Refusal): Refusal {
  notifyRefusal(refusal)
  return refusal
}
