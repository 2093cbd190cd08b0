import { Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { addBudget, deleteBudget, setBudget } from '#shared/commands/budgets.ts'
import type { BudgetFields } from '#shared/commands/budgets.ts'
import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Budget } from '#shared/document/types.ts'
import { canonicalise, localise } from '#shared/formula/index.ts'
import { readNumber } from '#shared/money/index.ts'
import { typedLevelProblem } from '#pricing/budget/levels.ts'
import { readScope } from '#pricing/budget/scope.ts'
import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { scopeLabel } from '#renderer/ui/budget-words.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { LeftOut } from '#renderer/ui/left-out.tsx'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { useOwnValues } from '#renderer/workspace/own-values.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { BudgetPhases } from './budget-phases.tsx'
import { BudgetMeter } from './budget-meter.tsx'
import { withLevel } from './levels.ts'
import { OwnBudget } from './own-budget.tsx'
import { scopeChoices, unwatchedScope } from './scope-choices.ts'
import { firstLimit } from './wording.ts'

type Props = { readonly budgets: readonly BudgetEstimate[]; readonly close: () => void }

/** All budgets of the workbook: what each watches, its limit, from where it warns, and how it stands. */
export function BudgetEditor({ budgets, close }: Props) {
  const workbook = useWorkspace((state) => state.workbook)
  const services = useWorkspace((state) => state.services)
  const choices = useMemo(() => (workbook === null ? [] : scopeChoices(rows(workbook.components), services)), [workbook, services])
  const own = useOwnValues()
  if (workbook === null) return null
  const kept = rows(workbook.budgets)
  const unwatched = unwatchedScope(choices, new Set(kept.map((budget) => budget.scope)))
  const estimates = new Map(budgets.map((budget) => [budget.id, budget]))
  return (
    <Dialog title="Budgets" onClose={close} size="large" live>
      {kept.length === 0 && (
        <p className="budget-none">No budget yet. A budget is a limit for one month, for the whole workbook or for a part of it.</p>
      )}
      <ul className="budget-list" aria-label="Budgets">
        {kept.map((budget) => (
          <BudgetItem
            key={budget.id}
            budget={budget}
            estimate={estimates.get(budget.id)}
            choices={choices}
            currency={settingsOf(workbook).currency.code}
          />
        ))}
      </ul>
      <LeftOut
        what="Budgets"
        table="budgets"
        records={own?.droppedBudgets.map(({ id, scope }) => ({ id, name: scopeLabel(scope) })) ?? []}
      />
      {unwatched === null ? (
        <p className="budget-none">Everything in this workbook has its budget.</p>
      ) : (
        <Button icon={<Plus />} onClick={() => edit(addBudget, { scope: unwatched, monthly: firstLimit(spentOn(unwatched)) })}>
          Add a budget
        </Button>
      )}
    </Dialog>
  )
}

type ItemProps = {
  readonly budget: Budget
  readonly estimate: BudgetEstimate | undefined
  readonly choices: readonly string[]
  readonly currency: string
}

function BudgetItem({ budget, estimate, choices, currency }: ItemProps) {
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const name = scopeLabel(budget.scope)
  const set = (fields: BudgetFields): Refusal | null => edit(setBudget, { id: budget.id, fields })
  const offered = choices.includes(budget.scope) ? choices : [budget.scope, ...choices]
  return (
    <li className="budget-item" aria-label={name} data-testid="budget-item">
      <label className="budget-field">
        <span>What it watches</span>
        <Select
          aria-label={`What ${name} watches`}
          options={offered.map((scope) => ({ value: scope, label: scopeLabel(scope) }))}
          value={budget.scope}
          onChange={(event) => set({ scope: event.target.value })}
        />
      </label>
      <label className="budget-field">
        <span>Limit a month, {currency}</span>
        <DraftInput
          label={`Limit of ${name}`}
          inputMode="decimal"
          text={printer.plain(budget.monthly)}
          commit={(typed) => withLimit(typed, locale, (limit) => set({ monthly: limit }))}
        />
      </label>
      <label className="budget-field budget-warn">
        <span>Warn from</span>
        <DraftInput
          label={`Warn level of ${name}`}
          text={localise(budget.warnAt, locale)}
          commit={(typed) =>
            withLevel(
              canonicalise(typed, locale),
              (warnAt) => typedLevelProblem('warn', { ...budget, warnAt }, currency),
              (warnAt) => set({ warnAt }),
            )
          }
        />
      </label>
      <label className="budget-field budget-warn">
        <span>Over above</span>
        <DraftInput
          label={`Fail level of ${name}`}
          text={localise(budget.failAt ?? '', locale)}
          placeholder="100%"
          commit={(typed) =>
            withLevel(
              canonicalise(typed, locale),
              (failAt) => typedLevelProblem('fail', { ...budget, failAt }, currency),
              (failAt) => set({ failAt }),
            )
          }
        />
      </label>
      <IconButton label={`Delete the budget of ${name}`} onClick={() => edit(deleteBudget, { id: budget.id })}>
        <Trash2 />
      </IconButton>
      <div className="budget-state">
        {estimate !== undefined && <BudgetMeter budget={estimate} printer={printer} named={false} />}
        <OwnBudget id={budget.id} />
        <BudgetPhases budget={budget} name={name} set={set} />
        {estimate?.problem !== undefined && <p className="budget-problem">{told(estimate.problem)}</p>}
      </div>
    </li>
  )
}

/** What a scope costs now, in the workbook's currency; 0 where nothing of it is known. */
function spentOn(text: string): number {
  const scope = readScope(text)
  const { calculator } = workspace.getState()
  if (calculator === null || 'code' in scope) return 0
  return scope.by === 'total' ? calculator.total().monthly : (calculator.subtotals(scope.by).get(scope.name)?.monthly ?? 0)
}

function withLimit(typed: string, locale: string, commit: (limit: number) => Refusal | null): Refusal | null {
  const limit = readNumber(typed, locale)
  return limit === null
    ? refuse('not-a-number', { message: `“${typed}” is not an amount.`, fix: 'Type the limit for one month, such as 500.' })
    : commit(limit)
}
