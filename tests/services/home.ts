import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { usualRegion } from '#tests/golden/kit.ts'
import { reviewed } from './reviewed/index.ts'

/** The region in which the tests of every service price this one: one that has its prices. */
export function homeOf(declaration: ServiceDeclaration): string {
  return reviewed.regions[declaration.id] ?? usualRegion(declaration)
}
