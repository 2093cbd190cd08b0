import type { Component, Id, Settings } from '#shared/document/types.ts'
import type { CommitmentEstimate } from '../types.ts'
import type { CommitmentBought } from './commitments.ts'

/** The figures by which commitment rows are judged, in the order of the rows. */
export function commitmentEstimates(
  bought: ReadonlyMap<Id, CommitmentBought>,
  inOrder: readonly Component[],
  { currency }: Settings,
): readonly CommitmentEstimate[] {
  return inOrder.flatMap(({ id, name }): CommitmentEstimate[] => {
    const one = bought.get(id)
    if (one === undefined) return []
    return [
      {
        id,
        name,
        term: one.offer.term,
        payment: one.offer.payment,
        quantity: one.isMoney ? one.quantity * currency.perUsd : one.quantity,
        cost: one.cost * currency.perUsd,
        unused: one.unused * currency.perUsd,
        covered: one.covered * currency.perUsd,
        coverage: one.coverage,
        utilisation: one.utilisation,
        savingsRate: one.covered === 0 ? null : 1 - one.cost / one.covered,
        upfront: one.upfront * currency.perUsd,
        breakEvenMonth: one.breakEvenMonth,
        breakEvenUtilisation: one.breakEvenUtilisation,
      },
    ]
  })
}
