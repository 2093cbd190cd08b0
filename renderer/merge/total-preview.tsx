import { useMemo } from 'react'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Workbook } from '#shared/document/types.ts'
import { printMoney } from '#shared/money/index.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { scenarioFigures, summaryTotal } from '#renderer/workspace/edit.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'

/** What the base costs now, and would cost after the merge as it is chosen. */
export function TotalPreview({ before, after }: { readonly before: Workbook; readonly after: Workbook }) {
  const locale = useWorkspace((state) => state.locale)
  const was = useMemo(() => {
    const { workbook, calculator } = scenarioFigures(before, null)
    return summaryTotal(workbook, calculator)
  }, [before])
  const is = useMemo(() => {
    const shown = shownWorkbook(after, null, factsOf)
    return summaryTotal(shown, supplies().calculate(shown, supplies().servicesOf(shown)))
  }, [after])
  const print = ({ monthly, currency, unknown }: typeof was) => `${printMoney(monthly, currency, locale)}${unknown > 0 ? ' +?' : ''}`
  return (
    <p className="merge-total" role="status" aria-label="Total">
      {'A month: '}
      <span data-value={was.monthly}>{print(was)}</span>
      {' → '}
      <strong data-value={is.monthly}>{print(is)}</strong>
    </p>
  )
}
