import { rows } from '#shared/document/rows.ts'
import { DEFAULT_WARN_AT, readWarnAt } from '#pricing/budget/budget.ts'
import { readScope } from '#pricing/budget/scope.ts'
import { budgetWords } from '../report.ts'
import type { Design } from './design.ts'
import { addLine, computed, here, nextLine } from './sheet.ts'
import { scopeFormula } from './subtotals.ts'
import type { Span } from './subtotals.ts'

/** Writes the budgets: what each watches costs, how much of the limit that is, and what follows. */
export function addBudgets(design: Design, span: Span): void {
  const { budgets } = design.sheets
  const { estimate, workbook, scenario } = design.report
  const known = new Map(estimate.budgets.map((budget) => [budget.id, budget]))
  for (const budget of rows(workbook.budgets)) {
    const found = known.get(budget.id)
    if (found === undefined) continue
    const scope = readScope(budget.scope)
    const warnAt = readWarnAt(budget.warnAt)
    const line = nextLine(budgets)
    const [limit, near, actual] = (['limit', 'warnAt', 'actual'] as const).map((key) => here(budgets, key, line))
    const status = `IF(${actual}>${limit}*1.000000001,"${budgetWords.over}",IF(${actual}>=${limit}*${near}*0.999999999,"${budgetWords.near}","${budgetWords.within}"))`
    const of = (key: 'monthly' | 'unknown' | 'errors', value: number) =>
      'code' in scope ? value : computed(scopeFormula(design, scope, span, key), value)
    addLine(budgets, {
      scenario,
      scope: budget.scope,
      limit: budget.monthly,
      warnAt: typeof warnAt === 'number' ? warnAt : DEFAULT_WARN_AT,
      actual: of('monthly', found.actual),
      ratio: computed(`${actual}/${limit}`, found.ratio),
      status: found.problem === undefined ? computed(status, budgetWords[found.status]) : 'cannot be read',
      unknown: of('unknown', found.unknown),
      errors: of('errors', found.problems),
      note: found.problem === undefined ? null : `${found.problem.message} ${found.problem.fix}`,
    })
  }
}
