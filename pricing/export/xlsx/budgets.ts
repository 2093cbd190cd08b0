import { rows } from '#shared/document/rows.ts'
import type { Budget } from '#shared/document/types.ts'
import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { readFailAt, readWarnAt } from '#pricing/budget/budget.ts'
import { readScope } from '#pricing/budget/scope.ts'
import { budgetWords, watchedAmount } from '../report.ts'
import type { Design } from './design.ts'
import { addLine, computed, here, nextLine } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { scopeFormula } from './subtotals.ts'
import type { Span } from './subtotals.ts'

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
    const [limit, near, over, actual] = (['limit', 'near', 'over', 'actual'] as const).map((key) => here(budgets, key, line))
    const status = `IF(${actual}>${over}*1.000000001,"${budgetWords.over}",IF(${actual}>=${near}*0.999999999,"${budgetWords.near}","${budgetWords.within}"))`
    const of = (key: 'monthly' | 'unknown' | 'errors', value: number) =>
      'code' in scope || watchedAmount(found) === null ? null : computed(scopeFormula(design, scope, span, key), value)
    addLine(budgets, {
      scenario,
      scope: budget.scope,
      limit: found.limit,
      near: level(limit!, found, found.warnsFrom, (of) => readWarnAt(budget.warnAt, of)),
      over: level(limit!, found, found.failsAbove, (of) => readFailAt(budget.failAt ?? '', of)),
      actual: of('monthly', found.actual),
      ratio: watchedAmount(found) === null ? null : computed(`${actual}/${limit}`, found.ratio),
      status: found.problem === undefined ? computed(status, budgetWords[found.status]) : 'cannot be read',
      unknown: of('unknown', found.unknown),
      errors: of('errors', found.problems),
      note: noteOf(budget, found),
    })
  }
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
