import { useMemo } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import type { ComparedSubject, Comparison } from '#pricing/analysis/comparison.ts'
import { byCategory, categoriesIn, categoryName, costText } from '#renderer/charts/categories.ts'
import { useChartText } from '#renderer/charts/chart-text.ts'
import { Chart } from '#renderer/charts/chart.tsx'
import type { ChartShape, Step } from '#renderer/charts/types.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { stepsTo } from './chart-figures.ts'
import { MonthsChart } from './months-chart.tsx'
import { signed } from './printing.ts'
import type { Chosen } from './use-comparison.ts'

type Props = { readonly document: Workbook; readonly chosen: Chosen; readonly comparison: Comparison; readonly explained: boolean }

/** The comparison drawn: what each design pays for what, the way from the baseline to each, and all of them month by month. */
export function ChartsPanel({ document, chosen, comparison, explained }: Props) {
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
      <MonthsChart document={document} chosen={chosen} />
    </div>
  )
}

function Categories({ comparison: { subjects } }: { readonly comparison: Comparison }) {
  const printer = usePrinter()
  const text = useChartText()
  const shape = useMemo(() => byCategory(subjects, printer), [subjects, printer])
  const table = useMemo(
    () => ({
      head: ['Category', ...subjects.map(({ name }) => name)],
      rows: [
        ...categoriesIn(subjects).map((category) => [
          categoryName(category),
          ...subjects.map(({ categories }) => costText(categories.get(category), printer)),
        ]),
        ['Total', ...subjects.map(({ total }) => costText(total, printer))],
      ],
    }),
    [subjects, printer],
  )
  return <Chart title="Monthly cost by category" shape={shape} text={text} table={table} />
}

type WayProps = { readonly base: ComparedSubject; readonly subject: ComparedSubject }

function Way({ base, subject }: WayProps) {
  const steps = useMemo(() => stepsTo(base, subject), [base, subject])
  if (steps !== null) return <Waterfall title={wayTitle(base, subject)} steps={steps} />
  return (
    <section className="chart">
      <h3>{wayTitle(base, subject)}</h3>
      <p className="compare-nothing">What one of them costs is not known, so there is no way between them to draw.</p>
    </section>
  )
}

function wayTitle(base: ComparedSubject, subject: ComparedSubject): string {
  return `From ${base.name} to ${subject.name}`
}

function Waterfall({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const printer = usePrinter()
  const text = useChartText()
  const shape = useMemo<ChartShape>(() => ({ kind: 'waterfall', steps }), [steps])
  const table = useMemo(
    () => ({
      head: ['Step', 'Amount'],
      rows: steps.map(({ label, amount, shown = amount, isTotal, mark }) => [
        label,
        `${isTotal ? printer.money(amount) : signed(shown, printer)}${mark}`,
      ]),
    }),
    [steps, printer],
  )
  return <Chart title={title} shape={shape} text={text} table={table} />
}
