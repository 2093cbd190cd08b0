import type { ServiceDeclaration } from '#pricing/services/declare.ts'

/** Only services with hourly sizes have reserved and spot prices. */
export function canBeCommitted(service: ServiceDeclaration): boolean {
  return Object.values(service.charges).some((charge) => 'compute' in charge)
}
