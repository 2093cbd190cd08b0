import { Plus, X } from 'lucide-react'
import type { BudgetFields, BudgetPhase } from '#shared/commands/budgets.ts'
import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Budget } from '#shared/document/types.ts'
import { readNumber } from '#shared/money/index.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

type Props = { readonly budget: Budget; readonly name: string; readonly set: (fields: BudgetFields) => Refusal | null }

/** Limits that hold from later months of the forecast on. */
export function BudgetPhases({ budget, name, set }: Props) {
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const phases = budget.phases ?? []
  const write = (next: readonly BudgetPhase[]) => set({ phases: next })
  const number = (typed: string, commit: (value: number) => Refusal | null): Refusal | null => {
    const value = readNumber(typed, locale)
    return value === null
      ? refuse('not-a-number', { message: `“${typed}” is not a number.`, fix: 'Type digits, such as 6 or 800.' })
      : commit(value)
  }
  const last = phases.at(-1)
  return (
    <div className="budget-phases" role="group" aria-label={`Later limits of ${name}`}>
      {phases.map((phase, at) => (
        <span key={phase.month} className="budget-phase">
          from month
          <DraftInput
            label={`Month of limit ${String(at + 2)} of ${name}`}
            inputMode="decimal"
            text={String(phase.month)}
            commit={(typed) => number(typed, (month) => write(phases.with(at, { ...phase, month })))}
          />
          on
          <DraftInput
            label={`Limit ${String(at + 2)} of ${name}`}
            inputMode="decimal"
            text={printer.plain(phase.monthly)}
            commit={(typed) => number(typed, (monthly) => write(phases.with(at, { ...phase, monthly })))}
          />
          <IconButton label={`Remove limit ${String(at + 2)} of ${name}`} onClick={() => write(phases.toSpliced(at, 1))}>
            <X />
          </IconButton>
        </span>
      ))}
      <Button
        kind="quiet"
        icon={<Plus />}
        onClick={() => write([...phases, { month: Math.min(60, (last?.month ?? 1) + 6), monthly: last?.monthly ?? budget.monthly }])}
      >
        Another limit from a later month
      </Button>
    </div>
  )
}
