import type { ComparedSubject } from '#pricing/analysis/comparison.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import type { EffectKind } from '#pricing/analysis/effects.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { shownEffects } from './effects.ts'

/** An effect on the way from one total to another; `shown`: what is printed of it. */
export type EffectStep = { readonly kind: EffectKind; readonly amount: number; readonly shown: number }

/** The effects that lead from the baseline's total to a design's; null while they, or where the totals are not known. */
export function effectSteps(
  baseline: ComparedSubject,
  { total, effects, difference, currency }: ComparedSubject,
): readonly EffectStep[] | null {
  if (effects === null || difference === null || !isKnown(baseline.total) || !isKnown(total)) return null
  const shown = shownEffects(effects, difference, currency)
  return effectKinds.flatMap((kind) => (effects[kind] === 0 ? [] : [{ kind, amount: effects[kind], shown: shown[kind] }]))
}

/** Where the bar of each step begins and ends: a total on nothing, a step where the one before it ended. */
export function standing<T extends { readonly amount: number; readonly isTotal: boolean }>(
  steps: readonly T[],
): readonly (T & { readonly from: number; readonly to: number })[] {
  let level = 0
  return steps.map((step) => {
    const from = step.isTotal ? 0 : level
    level = from + step.amount
    return { ...step, from, to: level }
  })
}
