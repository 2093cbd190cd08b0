import { useMemo } from 'react'
import { sum } from '#shared/money/index.ts'
import type { Id } from '#shared/document/types.ts'
import type { Calculator, Money } from '#pricing/calculator/types.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { FigureHead } from './figure-head.tsx'
import { sumMoney } from './sums.ts'

/** Several rows together: how many, and what they come to. */
export function RowsView({ ids }: { readonly ids: readonly Id[] }) {
  const calculator = useWorkspace((state) => state.calculator)
  const figures = useWorkspace((state) => state.figures)
  const total = useWorkspace((state) => state.calculator?.total().monthly ?? 0)
  const printer = usePrinter()
  const money = useMemo(() => together(calculator, ids, figures), [calculator, ids, figures])
  if (money === null) return null
  return (
    <article className="inspector-row" aria-label="Selected rows">
      <header className="inspector-head">
        <h2 className="inspector-title">{ids.length} rows selected</h2>
        <FigureHead money={money} printer={printer} testId="rows-monthly" />
        {total > 0 && <p className="inspector-service">{printer.share(money.monthly / total)} of the workbook</p>}
      </header>
      <dl className="inspector-facts">
        <Fact label="List">{printer.money(money.list)}</Fact>
        <Fact label="Saved">{printer.money(money.discount)}</Fact>
        <Fact label="Annual">{printer.money(money.monthly * 12)}</Fact>
        <Fact label="Average a row">{printer.money(money.monthly / ids.length)}</Fact>
      </dl>
    </article>
  )
}

/** `figures` says when the calculator, whose identity stays, has other answers. */
function together(calculator: Calculator | null, ids: readonly Id[], _figures: number): Money | null {
  return calculator === null
    ? null
    : sumMoney(
        ids.map((id) => calculator.row(id)),
        sum,
      )
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="figure">{children}</dd>
    </div>
  )
}
