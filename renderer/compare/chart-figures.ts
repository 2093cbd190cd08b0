import { effectKinds } from '#pricing/analysis/effects.ts'
import type { ComparedSubject } from '#pricing/analysis/comparison.ts'
import type { Step } from '#renderer/charts/types.ts'
import { isKnown } from '#renderer/ui/known.ts'
import { effectLabels } from './lines.ts'

/** The way from the baseline's total to a design's, an effect a step. Null while the effects, or where the totals are not known. */
export function stepsTo(baseline: ComparedSubject, subject: ComparedSubject): readonly Step[] | null {
  const { effects } = subject
  if (effects === null || !isKnown(baseline.total) || !isKnown(subject.total)) return null
  return [
    totalStep(baseline),
    ...effectKinds.flatMap((kind): Step[] =>
      effects[kind] === 0 ? [] : [{ label: effectLabels[kind].label, amount: effects[kind], isTotal: false, leavesOut: false }],
    ),
    totalStep(subject),
  ]
}

function totalStep({ name, total }: ComparedSubject): Step {
  return { label: name, amount: total.monthly, isTotal: true, leavesOut: total.unknown + total.problems > 0 }
}
