import type { BudgetEstimate, ComponentEstimate, Estimate, Money } from '#pricing/calculator/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import type { Decision, Scenario, Settings, Workbook } from '#shared/document/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { readRate } from '#shared/commands/growth.ts'
import { refusals } from '#shared/messages/commands.ts'
import { isMet } from '#pricing/calculator/prices.ts'
import type { Named } from './scenarios.ts'

export type Problem = {
  readonly severity: 'error' | 'unknown' | 'warning'
  readonly at: string
  readonly code: string
  readonly message: string
  readonly fix: string
}

/** A workbook priced, with what the formats need beside the figures. */
export type Report = {
  readonly scenario: string
  /** What the scenario stands on, from the base up to itself; empty for the base. */
  readonly lineage: readonly Scenario[]
  /** What was decided about the scenario; absent for the base. */
  readonly decision?: Decision
  readonly workbook: Workbook
  readonly settings: Settings
  readonly estimate: Estimate
  readonly problems: readonly Problem[]
  readonly book: Context['book']
  readonly context: Context
}

export function report({ name, workbook, lineage, decision }: Named, context: Context): Report {
  const priced = estimate(workbook, context)
  const settings = settingsOf(workbook)
  const problems = [...problemsOf(workbook, priced), ...rateProblem(settings), ...bookWarnings(workbook, settings, context)]
  return {
    scenario: name,
    lineage,
    ...(decision === undefined ? {} : { decision }),
    workbook,
    settings,
    estimate: priced,
    problems,
    book: context.book,
    context,
  }
}

/** A yearly rate of the forecast that is none: nothing can be said of what later money is worth. */
function rateProblem({ horizon }: Settings): Problem[] {
  if (horizon === undefined || readRate(horizon.yearlyRate) !== null) return []
  return [{ severity: 'error', at: 'horizon.yearlyRate', code: '#VALUE!', ...refusals.horizonRate(horizon.yearlyRate) }]
}

/** A book that is not the one the workbook names, and agreed discounts that no row meets. */
function bookWarnings(workbook: Workbook, settings: Settings, { book }: Context): Problem[] {
  const other: Problem[] =
    settings.priceBook.id === book.id
      ? []
      : [
          warning(
            'priceBook',
            `The workbook names the prices ${settings.priceBook.id}; these figures are of ${book.id}.`,
            'Set the price book, or use a program that has it.',
          ),
        ]
  const unmet = settings.priceBook.adjustments.filter(
    (adjustment) => !rows(workbook.components).some((component) => isMet(adjustment.match, component)),
  )
  return [
    ...other,
    ...unmet.map(({ match }) =>
      warning('priceBook.adjustments', `No row meets the adjustment "${match}".`, 'Write a service as aws.ec2, aws.* or aws.ec2/us-*.'),
    ),
  ]
}

function warning(at: string, message: string, fix: string): Problem {
  return { severity: 'warning', at, code: 'note', message, fix }
}

/** Everything that keeps a figure from being known, in the order of the sheet. */
function problemsOf(workbook: Workbook, priced: Estimate): Problem[] {
  const drivers = rows(workbook.drivers).flatMap((driver): Problem[] => {
    const value = priced.drivers.get(driver.id)
    const at = `driver ${driver.name}`
    if (value?.kind === 'problem') return [{ severity: 'error', at, ...coded(value.problem) }]
    return value?.kind === 'unknown'
      ? [{ severity: 'unknown', at, code: value.unknown.reason, message: value.unknown.message, fix: value.unknown.fix }]
      : []
  })
  const budgets = priced.budgets.flatMap((budget): Problem[] =>
    budget.problem === undefined ? [] : [{ severity: 'error', at: `budget ${budget.scope}`, ...coded(budget.problem) }],
  )
  const schedules = rows(workbook.schedules).flatMap((schedule): Problem[] => {
    const { value, warnings } = priced.schedules.get(schedule.id)!
    const at = `schedule ${schedule.name}`
    if (value.kind === 'problem') return [{ severity: 'error', at, ...coded(value.problem) }]
    if (value.kind === 'unknown') return []
    return warnings.map((message) => warning(at, message, 'Raise the maximum, or choose larger instances.'))
  })
  return [...drivers, ...schedules, ...priced.components.flatMap(componentProblems), ...budgets]
}

function componentProblems(component: ComponentEstimate): Problem[] {
  const row = component.name === '' ? `row ${component.id}` : component.name
  const inputs = component.inputs.flatMap((input): Problem[] =>
    input.value.kind === 'problem' ? [{ severity: 'error', at: `${row} › ${input.label}`, ...coded(input.value.problem) }] : [],
  )
  const said = new Set(inputs.map(({ message }) => message))
  const charges = component.charges.flatMap((charge): Problem[] => {
    const at = `${row} › ${charge.label}`
    const notes = charge.discounts.flatMap((line) => (line.notes ?? []).map((message) => warning(at, message, '')))
    if (notes.length > 0) return notes
    if (charge.unknown !== undefined)
      return [{ severity: 'unknown', at, code: charge.unknown.reason, message: charge.unknown.message, fix: charge.unknown.fix }]
    if (charge.problem === undefined || said.has(charge.problem.message)) return []
    return [{ severity: 'error', at, ...coded(charge.problem) }]
  })
  return [...component.issues.map((issue): Problem => ({ severity: 'error', at: row, ...coded(issue) })), ...inputs, ...charges]
}

function coded({ code, message, fix }: { readonly code: string; readonly message: string; readonly fix: string }) {
  return { code, message, fix }
}

/** Null where nothing of the money is known. */
export function knownMonthly(component: ComponentEstimate): number | null {
  const isKnown = component.charges.some((charge) => charge.cost !== null)
  return isKnown || (component.unknown === 0 && component.problems === 0) ? component.monthly : null
}

/** Null where a budget cannot be read, or no row belongs to what it watches. */
export function watchedAmount({ actual, problem, unknown, problems }: BudgetEstimate): number | null {
  return problem !== undefined && actual === 0 && unknown + problems === 0 ? null : actual
}

/** What a budget watches comes to, as far as anything of it is known; null where it is not, which is not zero. */
export function knownAmount(budget: BudgetEstimate): number | null {
  return budget.actual === 0 && leftOut(budget) > 0 ? null : watchedAmount(budget)
}

/** Twelve months of the running cost; upfront payments are already in it by their share. */
export function annual(money: Money): number {
  return money.monthly * 12
}

export const budgetWords: Readonly<Record<BudgetEstimate['status'], string>> = {
  within: 'within budget',
  near: 'near the limit',
  over: 'over budget',
}

/** What is left out of a budget can only add to it, so that over stays over and nothing else is certain; of one that cannot be read nothing is. */
export function isCertain(budget: BudgetEstimate): boolean {
  return budget.problem === undefined && (budget.status === 'over' || leftOut(budget) === 0)
}

/** How a budget stands, as far as that is certain. */
export function budgetVerdict(budget: BudgetEstimate): string {
  const missing = leftOut(budget)
  if (budget.status === 'over' || missing === 0) return budgetWords[budget.status]
  return `not certain, ${missing === 1 ? '1 figure is' : `${missing} figures are`} missing`
}
