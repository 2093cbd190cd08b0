import type { Reference } from './types.ts'

export function sameReference(a: Reference, b: Reference): boolean {
  return a.kind === b.kind && referenceText(a) === referenceText(b)
}

export function referenceText(reference: Reference): string {
  return reference.kind === 'name' ? reference.name : reference.kind === 'cost' ? reference.row : reference.of
}
