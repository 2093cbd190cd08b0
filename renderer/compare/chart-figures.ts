import { effectKinds } from '#pricing/analysis/effects.ts'
import type { ComparedSubject } from '#pricing/analysis/comparison.ts'
import { shownEffects } from '#pricing/export/effects.ts'
import type { Step } from '#renderer/charts/types.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import { LEAVES_OUT } from '#renderer/ui/known.ts'
import { effectLabels } from './lines.ts'
import { UNSURE } from './printing.ts'

/** The way from the baseline's total to a design's, an effect a step. Null while the effects, or where the totals are not known. */
export function stepsTo(baseline: ComparedSubject, subject: ComparedSubject): readonly Step[] | null {
  const { effects, difference } = subject
  if (effects === null || difference === null || !isKnown(baseline.total) || !isKnown(subject.total)) return null
  const mark = leavesOut(baseline) || leavesOut(subject) ? UNSURE : ''
  const shown = shownEffects(effects, difference, subject.currency)
  return [
    totalStep(baseline),
    ...effectKinds.flatMap((kind): Step[] =>
      effects[kind] === 0 ? [] : [{ label: effectLabels[kind].label, amount: effects[kind], shown: shown[kind], isTotal: false, mark }],
    ),
    totalStep(subject),
  ]
}

function totalStep(subject: ComparedSubject): Step {
  return { label: subject.name, amount: subject.total.monthly, isTotal: true, mark: leavesOut(subject) ? LEAVES_OUT : '' }
}

function leavesOut({ total }: ComparedSubject): boolean {
  return leftOut(total) > 0
}
