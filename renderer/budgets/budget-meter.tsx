import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { scopeLabel, shareOfLimit, shownStatus, statusWords } from '#renderer/ui/budget-words.ts'
import { Meter } from '#renderer/ui/meter.tsx'
import type { Printer } from '#renderer/ui/printer.ts'

const ICONS: Readonly<Record<ReturnType<typeof shownStatus>, LucideIcon>> = {
  within: CircleCheck,
  near: TriangleAlert,
  over: CircleAlert,
  unchecked: CircleHelp,
}

type Props = { readonly budget: BudgetEstimate; readonly printer: Printer; readonly named: boolean }

/** How much of a budget is used: a bar, a share, and the status as icon and words. `named`: says which budget it is. */
export function BudgetMeter({ budget, printer, named }: Props) {
  const status = shownStatus(budget)
  const Icon = ICONS[status]
  return (
    <span className="budget-meter" data-status={status} data-value={budget.ratio} data-testid="budget-meter">
      {named && <span className="budget-meter-name">{scopeLabel(budget.scope)}</span>}
      <Meter ratio={budget.ratio} status={status} label={`${shareOfLimit(budget, printer)}, ${statusWords(budget, printer)}`} />
      <span className="budget-meter-share">{shareOfLimit(budget, printer)}</span>
      <span className="budget-meter-status">
        <Icon size={14} aria-hidden="true" /> {statusWords(budget, printer)}
      </span>
    </span>
  )
}
