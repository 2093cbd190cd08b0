import { useEffect, useState } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { aligned, sideBySide, withCauses } from '#pricing/analysis/comparison.ts'
import type { Comparison, Subject } from '#pricing/analysis/comparison.ts'
import { effects } from '#pricing/analysis/effects.ts'
import type { Caused } from '#pricing/analysis/effects.ts'
import { pricingByDifference } from '#pricing/analysis/figures.ts'
import { whenIdle } from '#renderer/workspace/idle.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { currencyOf, designKey, isThere, subjectOf } from './designs.ts'
import type { Design } from './designs.ts'

/** The designs that can be compared, and those that cannot because they are in another currency than the baseline. */
export type Chosen = { readonly designs: readonly Design[]; readonly baseline: number; readonly odd: readonly Design[] }

export function comparable(designs: readonly Design[], baselineKey: string, document: Workbook): Chosen {
  const there = designs.filter((design) => isThere(design, document))
  const base = there.find((design) => designKey(design) === baselineKey) ?? there[0]
  if (base === undefined) return { designs: [], baseline: 0, odd: [] }
  const currency = currencyOf(base, document)
  const fitting = there.filter((design) => currencyOf(design, document) === currency)
  return {
    designs: fitting,
    baseline: fitting.indexOf(base),
    odd: there.filter((design) => currencyOf(design, document) !== currency),
  }
}

export type Compared = {
  readonly comparison: Comparison
  /** False while the reasons for the differences are still being found. */
  readonly explained: boolean
}

/** The designs side by side: first their figures, then, in idle moments, why they differ. Null until the first is there. */
export function useComparison({ designs, baseline }: Chosen): Compared | null {
  const document = useWorkspace((state) => state.document)
  const book = useWorkspace((state) => state.book)
  const [compared, setCompared] = useState<Compared | null>(null)
  useEffect(() => {
    if (document === null || book === null || designs.length === 0) return
    const over = new AbortController()
    const timer = setTimeout(() => compareInSteps(designs, baseline, document, over.signal, setCompared))
    return () => {
      clearTimeout(timer)
      over.abort()
    }
  }, [document, designs, baseline, book])
  return compared
}

function compareInSteps(
  designs: readonly Design[],
  baseline: number,
  document: Workbook,
  over: AbortSignal,
  show: (compared: Compared) => void,
): void {
  const subjects = aligned(
    designs.map((design) => subjectOf(design, document)),
    baseline,
  )
  const price = pricingByDifference()
  const comparison = sideBySide(subjects, baseline, price)
  show({ comparison, explained: false })
  const causes: (Caused | null)[] = []
  const explainNext = () => {
    if (over.aborted) return
    const subject = subjects[causes.length]
    const base = subjects[baseline]
    if (subject === undefined || base === undefined) show({ comparison: withCauses(comparison, causes), explained: true })
    else {
      causes.push(causeOf(base, subject, price))
      whenIdle(explainNext)
    }
  }
  whenIdle(explainNext)
}

function causeOf(base: Subject, subject: Subject, price: ReturnType<typeof pricingByDifference>): Caused | null {
  return subject === base ? null : effects(base, subject, price)
}
