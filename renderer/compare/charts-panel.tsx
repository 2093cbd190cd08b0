import { useMemo } from 'react'
import type { ComparedSubject, Comparison } from '#pricing/analysis/comparison.ts'
import { Chart } from '#renderer/charts/chart.tsx'
import type { ChartShape, ChartText } from '#renderer/charts/types.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { byCategory, stepsTo } from './chart-figures.ts'
import { signed } from './printing.ts'

/** The comparison drawn: the way from the baseline to each design, and what each pays for what. */
export function ChartsPanel({ comparison, explained }: { readonly comparison: Comparison; readonly explained: boolean }) {
  const { subjects, baseline } = comparison
  const base = subjects[baseline]
  if (base === undefined) return null
  return (
    <div className="compare-charts">
      <Categories comparison={comparison} />
      {explained ? (
        subjects.map((subject, index) =>
          index === baseline ? null : <Way key={`${String(index)} ${subject.name}`} base={base} subject={subject} />,
        )
      ) : (
        <p className="compare-nothing" role="status">
          Finding out why they differ…
        </p>
      )}
    </div>
  )
}

/** Texts of a chart in the workbook's currency; whole amounts on the axis. */
function useChartText(): ChartText {
  const printer = usePrinter()
  const currency = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const locale = useWorkspace((state) => state.locale)
  return useMemo(() => {
    const tick = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' })
    return { amount: printer.money, change: (amount) => signed(amount, printer), tick: (amount) => tick.format(amount) }
  }, [printer, currency, locale])
}

function Categories({ comparison }: { readonly comparison: Comparison }) {
  const printer = usePrinter()
  const text = useChartText()
  const shape = useMemo(() => byCategory(comparison, (category) => nameOf(category)), [comparison])
  const table = useMemo(
    () => ({
      head: ['Category', ...shape.places],
      rows: [
        ...shape.series.map(({ name, values }) => [name, ...values.map(printer.money)]),
        ['Total', ...comparison.subjects.map(({ total }) => printer.money(total.monthly))],
      ],
    }),
    [shape, comparison, printer],
  )
  return <Chart title="Monthly cost by category" shape={shape} text={text} table={table} />
}

function nameOf(category: string): string {
  return Object.entries(categoryNames).find(([id]) => id === category)?.[1] ?? category
}

function Way({ base, subject }: { readonly base: ComparedSubject; readonly subject: ComparedSubject }) {
  const printer = usePrinter()
  const text = useChartText()
  const steps = useMemo(() => stepsTo(base, subject) ?? [], [base, subject])
  const shape = useMemo<ChartShape>(() => ({ kind: 'waterfall', steps }), [steps])
  const table = useMemo(
    () => ({
      head: ['Step', 'Amount'],
      rows: steps.map(({ label, amount, isTotal }) => [label, isTotal ? printer.money(amount) : signed(amount, printer)]),
    }),
    [steps, printer],
  )
  return <Chart title={`From ${base.name} to ${subject.name}`} shape={shape} text={text} table={table} />
}
