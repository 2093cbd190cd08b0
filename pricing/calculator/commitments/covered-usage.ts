import type { Component } from '#shared/document/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { priceOf } from '../prices.ts'
import { programOf } from '../program.ts'
import type { ChargeProgram } from '../program.ts'
import type { Machine } from './usage.ts'

/** A charge that is no machine by size and that plans for all compute cover: its units stand for machines. */
export type CoveredCharge = { readonly program: ChargeProgram; readonly unit: Machine }

/** Those of a row, at a price of the book: one typed on the row is what is paid. */
export function coveredCharges(
  component: Component,
  declaration: ServiceDeclaration | undefined,
  book: PriceBook,
): readonly CoveredCharge[] {
  if (declaration === undefined) return []
  const { cloud } = declaration
  return programOf(declaration).charges.flatMap((program) => {
    const { covered } = program.charge
    if (covered === undefined || cloud === 'general') return []
    const price = priceOf(program, component, declaration, book)
    if (price.kind !== 'rate') return []
    const onDemandHourly = price.rate.tiers[0]?.price ?? 0
    const { id: row, region } = component
    return [{ program, unit: { row, charge: program.id, cloud, region, size: covered, onDemandHourly, curve: null } }]
  })
}
