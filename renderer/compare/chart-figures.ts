import { effectKinds } from '#pricing/analysis/effects.ts'
import type { ComparedSubject, Comparison } from '#pricing/analysis/comparison.ts'
import type { ChartShape, Step } from '#renderer/charts/types.ts'
import { effectLabels } from './lines.ts'

/** The way from the baseline's total to a design's, an effect a step. Null while the effects are not known. */
export function stepsTo(baseline: ComparedSubject, subject: ComparedSubject): readonly Step[] | null {
  const { effects } = subject
  if (effects === null) return null
  return [
    { label: baseline.name, amount: baseline.total.monthly, isTotal: true },
    ...effectKinds.flatMap((kind): Step[] =>
      effects[kind] === 0 ? [] : [{ label: effectLabels[kind].label, amount: effects[kind], isTotal: false }],
    ),
    { label: subject.name, amount: subject.total.monthly, isTotal: true },
  ]
}

/** What each design pays for each category of services, dearest category first. `nameOf`: what a category is called. */
export function byCategory({ subjects }: Comparison, nameOf: (category: string) => string): Extract<ChartShape, { kind: 'stacked' }> {
  const names = [...new Set(subjects.flatMap(({ categories }) => [...categories.keys()]))]
  const series = names.map((category) => ({
    name: nameOf(category),
    values: subjects.map(({ categories }) => categories.get(category)?.monthly ?? 0),
  }))
  const most = (values: readonly number[]): number => Math.max(...values)
  return { kind: 'stacked', places: subjects.map(({ name }) => name), series: series.toSorted((a, b) => most(b.values) - most(a.values)) }
}
