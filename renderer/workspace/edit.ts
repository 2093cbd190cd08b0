import { followedBelow, followedOverrides } from '#shared/commands/following.ts'
import type { DocumentCommand, GroupRenaming, Refusal } from '#shared/commands/types.ts'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { differences } from '#shared/document/scenarios/record.ts'
import { asDocumentEdits, shownWorkbook } from '#shared/document/shown.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { isRefusal, refuse } from '#shared/commands/refusal.ts'
import { refusals } from '#shared/messages/commands.ts'
import { messages } from '#shared/messages/messages.ts'
import type { Calculator, Recalculated } from '#pricing/calculator/types.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { changesBook } from './books.ts'
import { emptyHistory, record, stepBack, stepForward } from './history.ts'
import type { History } from './history.ts'
import { figuresFor, keepFigures } from './kept-figures.ts'
import type { Figures } from './kept-figures.ts'
import { notify, notifyRefusal } from './notices.ts'
import { pruneSelection } from './selection.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'
import { supplies, workspace } from './store.ts'
import type { CellRange, Edit, WorkspaceState } from './types.ts'

let history: History = emptyHistory

/** A freshly opened workbook has nothing to take back. */
export function forgetHistory(): void {
  history = emptyHistory
}

export const edit: Edit = <Args>(command: DocumentCommand<Args>, args: Args): Refusal | null => {
  const { document, scenario, workbook, selection } = workspace.getState()
  if (document === null || workbook === null) return refused(refuse('no-workbook', messages.noWorkbook()))
  const given = command.on === 'document' ? document : workbook
  const outcome = command.run(given, args, { newId: supplies().newId, today: supplies().today() })
  if (isRefusal(outcome)) return refused(outcome)
  if (outcome.length === 0) return null
  const changes =
    command.on === 'document'
      ? withOverrides(document, command.takesOverridesOf?.(args) ?? null, outcome)
      : everywhere(document, scenario, outcome, command.renamesGroups?.(args) ?? [])
  if (isRefusal(changes)) return refused(changes)
  if (changes.length === 0) return refused(refuse('taken-stays', refusals.takenStays()))
  const label = command.describe?.(args) ?? command.label
  perform(changes, scenario, () => record(history, { label, changes, selection, scenario }))
  const said = command.afterwards?.(given, args) ?? null
  if (said !== null) notify({ kind: 'info', message: said, undo: true })
  return null
}

/** An edit of what is shown as edits of the document, and of the scenarios below it whose formulas follow new names. */
function everywhere(
  document: Workbook,
  scenario: Id | null,
  shown: readonly Change[],
  groups: readonly GroupRenaming[],
): readonly Change[] | Refusal {
  const changes = asDocumentEdits(document, scenario, shown)
  return changes.length === 0 ? changes : followedBelow(document, scenario, { shown, changes, groups }, factsOf)
}

/** An edit of the document; a name may go with what is taken from a scenario. */
function withOverrides(document: Workbook, of: Id | null, changes: readonly Change[]): readonly Change[] | Refusal {
  return of === null ? changes : followedOverrides(document, of, changes, factsOf)
}

/** Takes the last edit back, in the scenario it was made in; says nothing when there is none. */
export function undo(): void {
  const step = stepBack(history)
  if (step === null) return
  perform(invert(step.entry.changes), step.entry.scenario, () => step.history, step.entry.selection)
}

/** Does again what was taken back last. */
export function redo(): void {
  const step = stepForward(history)
  if (step === null) return
  perform(step.entry.changes, step.entry.scenario, () => step.history)
}

/** Shows another scenario, `null` for the base. One that does not exist shows the base. */
export function showScenario(id: Id | null): void {
  const { document, scenario, selection } = workspace.getState()
  const next = id !== null && document?.scenarios.has(id) === true ? id : null
  if (document === null || scenario === next) return
  const shown = figuresAnew(document, next)
  workspace.setState({ scenario: next, ...shown, selection: pruneSelection(selection, shown.workbook) })
}

/** Another scenario than the one shown: its workbook, services and figures. */
export function figuresAnew(document: Workbook, scenario: Id | null): Shown {
  const { workbook, services, calculator } = scenarioFigures(document, scenario)
  return { workbook, services, ...figuresOf(calculator, [], everything) }
}

/** What a scenario of the document would show, without showing it. */
export function scenarioFigures(document: Workbook, scenario: Id | null): Figures {
  return figuresFor(document.id, scenario, shownWorkbook(document, scenario, factsOf))
}

/** Recomputes the whole estimate. The incremental figures must agree with it to the last bit; when not, the fresh ones win. */
export function recalculate(): void {
  const { document, scenario, workbook, calculator } = workspace.getState()
  if (document === null || workbook === null || calculator === null) return
  const services = supplies().servicesOf(workbook)
  const fresh = supplies().calculate(workbook, services)
  keepFigures(document.id, scenario, { workbook, services, calculator: fresh })
  const different = disagreement(workbook, calculator, fresh)
  workspace.setState({ services, ...figuresOf(fresh, [], everything) })
  if (different === null) notify({ kind: 'info', message: messages.recalculatedSame() })
  else notify({ kind: 'fault', ...messages.recalculatedDifferent(different) })
}

const everything: Recalculated = { components: new Set(), drivers: new Set(), schedules: new Set(), everything: true }

type Shown = Computed & { readonly workbook: Workbook }

/** The one road of an edit: document, figures, history, store, disk. `scenario`: where it is made, and shown afterwards. */
function perform(changes: readonly Change[], scenario: Id | null, nextHistory: () => History, selection?: readonly CellRange[]): void {
  const before = workspace.getState()
  if (before.document === null || before.workbook === null || before.calculator === null) return
  const document = apply(before.document, changes)
  const shownNext = nearestScenario(before.document, document, scenario)
  const shown =
    shownNext === before.scenario
      ? follow(before.calculator, before.workbook, changes, document, shownNext)
      : figuresAnew(document, shownNext)
  keepFigures(document.id, shownNext, shown)
  history = nextHistory()
  workspace.setState({
    document,
    scenario: shownNext,
    ...shown,
    selection: pruneSelection(selection ?? before.selection, shown.workbook),
    file: before.file === null ? null : { ...before.file, unsaved: true },
    canUndo: history.past.at(-1)?.label ?? null,
    canRedo: history.future.at(-1)?.label ?? null,
    notices: workspace.getState().notices.filter((notice) => notice.undo !== true),
  })
  supplies().storage.save(document, changes, { total: totalOfBase(document, changes, shownNext, shown) })
}

/** The scenario, or the nearest of its parents that is still there. */
function nearestScenario(before: Workbook, after: Workbook, scenario: Id | null): Id | null {
  let at = scenario
  while (at !== null && !after.scenarios.has(at)) at = before.scenarios.get(at)?.parent ?? null
  return at
}

/** The same scenario after an edit of the document: only what is different there is computed. */
function follow(calculator: Calculator, was: Workbook, changes: readonly Change[], document: Workbook, scenario: Id | null): Shown {
  const workbook = shownWorkbook(document, scenario, factsOf)
  const seen = scenario === null && workbook === document ? changes : differences(was, workbook)
  return { workbook, ...recompute(calculator, seen, workbook) }
}

type Computed = Pick<WorkspaceState, 'calculator' | 'figures' | 'moved' | 'services'> & { readonly calculator: Calculator }

/**
 * A change of the user's own services changes what rows can be, one of the book what they cost: the engine is made anew. A calculator
 * that failed half way cannot be trusted with the next edit either: it is replaced, and the person is told.
 */
function recompute(calculator: Calculator, changes: readonly Change[], workbook: Workbook): Computed {
  const { services } = workspace.getState()
  const anew = (): Computed => {
    const declared = supplies().servicesOf(workbook)
    return { services: declared, ...figuresOf(supplies().calculate(workbook, declared), changes, everything) }
  }
  if (changes.some((change) => change.table === 'services') || changesBook(changes)) return anew()
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

/** What the start page shows of a workbook without opening it: the total of its base, whatever scenario is shown. */
export function summaryTotal(workbook: Workbook, calculator: Calculator): SummaryTotal {
  const total = calculator.total()
  const currency = workbook.settings.get('settings')?.currency.code ?? 'USD'
  return { monthly: total.monthly, currency, unknown: total.unknown + total.problems }
}

type SummaryTotal = NonNullable<WorkbookSummary['total']>

let ofBase: { readonly id: Id; readonly total: WorkbookSummary['total'] } | null = null

/** What is kept of a workbook says what its base costs; `null`: nobody knows. An edit of a scenario then need not add the base up. */
export function rememberTotal(id: Id, total: WorkbookSummary['total']): void {
  ofBase = { id, total }
}

/** Edits of scenarios leave the base's total as it was. */
function totalOfBase(document: Workbook, changes: readonly Change[], scenario: Id | null, shown: Shown): SummaryTotal {
  const isKept = ofBase?.id === document.id && changes.every(({ table }) => table === 'scenarios' || table === 'snapshots')
  const total =
    scenario === null
      ? summaryTotal(shown.workbook, shown.calculator)
      : ((isKept ? ofBase?.total : null) ?? summaryTotal(document, scenarioFigures(document, null).calculator))
  rememberTotal(document.id, total)
  return total
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
