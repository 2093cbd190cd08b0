import { useMemo, useRef, useState } from 'react'
import { readRate, usualHorizon } from '#shared/commands/growth.ts'
import { applyAsScenario } from '#shared/commands/plan-scenario.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { CommitmentPlan, PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { Button } from '#renderer/ui/button.tsx'
import { selectedRows } from '#renderer/inspector/selected-rows.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { edit, showScenario } from '#renderer/workspace/edit.ts'
import { heardFrom, workOn } from '#renderer/workspace/engine-work.ts'
import { shownGroups } from '#renderer/workspace/grouping.ts'
import { newId, supplies, useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { useWork } from '#renderer/workspace/use-work.ts'
import { PlanView } from './plan-view.tsx'
import { WishForm } from './wish-form.tsx'
import type { Wish } from './wish-form.tsx'
import './purchase.css'

/** Looks for the cheapest commitments, shows what they would do, and applies them as a scenario. */
export function CommitmentsDialog({ onClose }: { readonly onClose: () => void }) {
  const workbook = useWorkspace((state) => state.workbook)
  const printer = usePrinter()
  const [wish, setWish] = useState<Wish>(() => firstWish(workbook))
  const [selected] = useState(rowsSelected)
  const [asked, setAsked] = useState<{ readonly workbook: Workbook; readonly wish: PlanWish } | null>(null)
  const begin = useMemo(
    () =>
      asked === null
        ? null
        : (tell: (done: number) => void) => workOn(asked.workbook, (engine, design) => engine.plan(design, asked.wish, heardFrom(tell))),
    [asked],
  )
  const { progress, stop } = useWork(begin)
  const fields = useRef<HTMLDivElement>(null)
  if (workbook === null) return null
  const plan = progress.state === 'done' ? progress.result : null
  const now = wishOf(workbook, wish, selected)
  const isStale = asked !== null && (asked.workbook !== workbook || JSON.stringify(asked.wish) !== JSON.stringify(now))
  const isSomething = plan !== null && plan.adds.length + plan.spot.length > 0
  const actions = (
    <>
      <Button onClick={onClose}>Close</Button>
      <Button
        kind="primary"
        disabled={!isSomething || isStale}
        onClick={() => plan !== null && isTaken(fields.current) && applied(plan) && onClose()}
      >
        Apply as a scenario
      </Button>
    </>
  )
  return (
    <Dialog title="Optimise commitments" onClose={onClose} size="wide" actions={actions}>
      <div ref={fields}>
        <WishForm workbook={workbook} selected={selected.length} wish={wish} change={setWish} />
      </div>
      <div className="plan-begin">
        <Button
          kind="primary"
          aria-disabled={progress.state === 'working' || undefined}
          onClick={() => progress.state !== 'working' && isTaken(fields.current) && setAsked({ workbook, wish: now })}
        >
          Find the cheapest
        </Button>
        {progress.state === 'working' && (
          <span className="plan-working" role="status">
            <progress aria-label="Looking for the cheapest plan" max={1} value={progress.done} data-value={progress.done} /> Looking through
            the week hour by hour, {printer.share(Math.floor(progress.done * 100) / 100)}
            <Button kind="quiet" onClick={stop}>
              Cancel
            </Button>
          </span>
        )}
        {progress.state === 'failed' && <span role="alert">{progress.message}</span>}
      </div>
      {plan !== null && isStale && (
        <p className="plan-stale" role="status">
          This plan is for the workbook, rows or terms of before. Find the cheapest again to apply one.
        </p>
      )}
      {plan !== null && <PlanView plan={plan} />}
    </Dialog>
  )
}

/** Whether every field was taken; the first that was refused gets the focus: a plan would be for what stood there before. */
function isTaken(fields: HTMLElement | null): boolean {
  const refused = fields?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null
  refused?.focus()
  return refused === null
}

function applied(plan: CommitmentPlan): boolean {
  const { scenario, services } = workspace.getState()
  const id = newId()
  const refusal = edit(applyAsScenario, { id, parent: scenario, name: freshName(), adds: plan.adds, purchases: plan.spot, services })
  if (refusal === null) showScenario(id)
  return refusal === null
}

/** A scenario’s name that nobody bears. */
function freshName(): string {
  const { document } = workspace.getState()
  const names = new Set(Array.from(document?.scenarios.values() ?? [], ({ name }) => name.toLowerCase()))
  const numbered = Array.from({ length: names.size + 1 }, (_, at) => (at === 0 ? 'Commitments' : `Commitments ${String(at + 1)}`))
  return numbered.find((name) => !names.has(name.toLowerCase())) ?? 'Commitments'
}

function firstWish(workbook: Workbook | null): Wish {
  const { months, yearlyRate } = (workbook === null ? undefined : settingsOf(workbook).horizon) ?? usualHorizon(supplies().today())
  return {
    selected: false,
    environment: null,
    region: null,
    terms: new Set(['1y', '3y']),
    payments: new Set(['no-upfront', 'partial-upfront', 'all-upfront']),
    spotShare: 0,
    months,
    yearlyRate,
  }
}

/** The rows that are selected in the sheet. */
function rowsSelected(): readonly Id[] {
  const { workbook, selection, collapsed, groupBy, services } = workspace.getState()
  return workbook === null ? [] : selectedRows(workbook, selection, collapsed, shownGroups(workbook, { groupBy, services }))
}

function wishOf(workbook: Workbook, wish: Wish, selected: readonly Id[]): PlanWish {
  const { environment, region, terms, payments, spotShare, months, yearlyRate } = wish
  const isAll = environment === null && region === null && !wish.selected
  const within = wish.selected ? new Set(selected) : null
  const meant = rows(workbook.components).filter(
    (row) =>
      (environment === null || row.environment === environment) &&
      (region === null || row.region === region) &&
      (within === null || within.has(row.id)),
  )
  return {
    ...(isAll ? {} : { rows: meant.map(({ id }) => id) }),
    terms: [...terms],
    payments: [...payments],
    spotShare,
    horizon: { months, annualRate: readRate(yearlyRate) ?? 0 },
  }
}
