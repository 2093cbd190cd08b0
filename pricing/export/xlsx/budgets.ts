import { rows } from '#shared/document/rows.ts'
import type { Budget } from '#shared/document/types.ts'
import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { readFailAt, readWarnAt } from '#pricing/budget/levels.ts'
import { readScope } from '#pricing/budget/scope.ts'
import { budgetVerdict, budgetWords, knownAmount, watchedAmount } from '../report.ts'
import type { Design } from './design.ts'
import { addLine, computed, here, nextLine } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { scopeFormula } from './subtotals.ts'
import type { Span } from './subtotals.ts'
import { amountOr, notKnown } from './unknown.ts'

type Key = 'limit' | 'near' | 'over' | 'actual' | 'unknown' | 'errors'

/** Writes the budgets: what each watches costs, how much of the month's limit that is, and what follows. */
export function addBudgets(design: Design, span: Span): void {
  const { budgets } = design.sheets
  const { estimate, workbook, scenario } = design.report
  const known = new Map(estimate.budgets.map((budget) => [budget.id, budget]))
  for (const budget of rows(workbook.budgets)) {
    const found = known.get(budget.id)
    if (found === undefined) continue
    const scope = readScope(budget.scope)
    const line = nextLine(budgets)
    const cell = (key: Key) => here(budgets, key, line)
    const [limit, actual] = [cell('limit'), cell('actual')]
    const isWatched = !('code' in scope) && watchedAmount(found) !== null
    const sumOf = (key: 'monthly' | 'unknown' | 'errors') => ('code' in scope ? '0' : scopeFormula(design, scope, span, key))
    addLine(budgets, {
      scenario,
      scope: budget.scope,
      limit: found.limit,
      near: level(limit, found, found.warnsFrom, (of) => readWarnAt(budget.warnAt, of)),
      over: level(limit, found, found.failsAbove, (of) => readFailAt(budget.failAt ?? '', of)),
      actual: isWatched ? amountOr(cell('unknown'), cell('errors'), sumOf('monthly'), { ...found, amount: found.actual }) : null,
      ratio: isWatched
        ? computed(`IF(ISTEXT(${actual}),${actual},${actual}/${limit})`, knownAmount(found) === null ? notKnown : found.ratio)
        : null,
      status: found.problem === undefined ? computed(verdict(cell), budgetVerdict(found)) : 'cannot be read',
      unknown: isWatched ? computed(sumOf('unknown'), found.unknown) : null,
      errors: isWatched ? computed(sumOf('errors'), found.problems) : null,
      note: noteOf(budget, found),
    })
  }
}

/** How a budget stands: over is certain also where figures are missing, nothing else is. */
function verdict(cell: (key: Key) => string): string {
  const [actual, missing] = [`N(${cell('actual')})`, `${cell('unknown')}+${cell('errors')}`]
  const within = `IF(${actual}>=${cell('near')}*0.999999999,"${budgetWords.near}","${budgetWords.within}")`
  const certain = `IF(${missing}>0,"not certain, "&IF(${missing}=1,"1 figure is",${missing}&" figures are")&" missing",${within})`
  return `IF(${actual}>${cell('over')}*1.000000001,"${budgetWords.over}",${certain})`
}

/** A level that is a share of the limit follows it; one that is an amount stays. */
function level(limit: string, found: BudgetEstimate, amount: number, read: (limit: number) => unknown): Cell {
  const isShare = read(found.limit) === read(found.limit * 2)
  return isShare ? computed(`${limit}*${amount / found.limit}`, amount) : amount
}

function noteOf({ monthly, phases = [] }: Budget, { problem }: BudgetEstimate): string | null {
  if (problem !== undefined) return `${problem.message} ${problem.fix}`
  if (phases.length === 0) return null
  return `${monthly} at first; ${phases.map((phase) => `${phase.monthly} from month ${phase.month} on`).join('; ')}.`
}
