import type { ComparedSubject } from '#pricing/analysis/comparison.ts'
import { effectSteps } from '#pricing/export/waterfall.ts'
import type { Step } from '#renderer/charts/types.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import { LEAVES_OUT } from '#renderer/ui/known.ts'
import { effectLabels } from './lines.ts'
import { UNSURE } from './printing.ts'

/** The way from the baseline's total to a design's, an effect a step. Null while the effects, or where the totals are not known. */
export function stepsTo(baseline: ComparedSubject, subject: ComparedSubject): readonly Step[] | null {
  const effects = effectSteps(baseline, subject)
  if (effects === null) return null
  const mark = leavesOut(baseline) || leavesOut(subject) ? UNSURE : ''
  return [
    totalStep(baseline),
    ...effects.map(({ kind, amount, shown }): Step => ({ label: effectLabels[kind].label, amount, shown, isTotal: false, mark })),
    totalStep(subject),
  ]
}

function totalStep(subject: ComparedSubject): Step {
  return { label: subject.name, amount: subject.total.monthly, isTotal: true, mark: leavesOut(subject) ? LEAVES_OUT : '' }
}

function leavesOut({ total }: ComparedSubject): boolean {
  return leftOut(total) > 0
}
