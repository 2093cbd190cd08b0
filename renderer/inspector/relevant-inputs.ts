import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Charge, ServiceDeclaration } from '#pricing/services/declare.ts'

/**
 * The number inputs that the row's charges count with, given its choices; the estimate holds only charges those leave on.
 * An input that only a switched-off charge uses is not among them.
 */
export function relevantInputs(service: ServiceDeclaration, estimate: ComponentEstimate): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { id } of estimate.charges) {
    const charge = service.charges[id]
    if (charge !== undefined) for (const text of formulasOf(charge)) addNames(text, service, names)
  }
  return names
}

function formulasOf(charge: Charge): string[] {
  const typed = 'typed' in charge ? charge.typed.flatMap((tier) => [tier.price, tier.upTo ?? '']) : []
  return [charge.quantity, charge.tiersPer ?? '', charge.discount ?? '', ...typed]
}

function addNames(text: string, service: ServiceDeclaration, names: Set<string>): void {
  for (const name of text.match(/[A-Za-z_]\w*/g) ?? []) {
    if (names.has(name)) continue
    names.add(name)
    const derived = service.derived !== undefined && Object.hasOwn(service.derived, name) ? service.derived[name] : undefined
    if (derived !== undefined) addNames(derived, service, names)
  }
}
