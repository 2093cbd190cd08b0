import type { Reference } from './types.ts'

export function sameReference(a: Reference, b: Reference): boolean {
  return a.kind === b.kind && referenceText(a) === referenceText(b)
}

export function referenceText(reference: Reference): string {
  switch (reference.kind) {
    case 'name':
      return reference.name
    case 'cost':
      return reference.row
    case 'subtotal':
      return reference.of
    case 'schedule':
      return reference.schedule
  }
}

/** The reference that `cost("…")` and the other functions of a name in quotation marks stand for; null for any other word. */
export function quotedReference(call: string, name: string): Exclude<Reference, { readonly kind: 'name' }> | null {
  switch (call.toLowerCase()) {
    case 'cost':
      return { kind: 'cost', row: name }
    case 'subtotal':
      return { kind: 'subtotal', of: name }
    case 'schedule':
      return { kind: 'schedule', schedule: name }
    default:
      return null
  }
}
