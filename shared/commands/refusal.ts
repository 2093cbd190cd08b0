import type { Refusal } from './types.ts'

/** A refusal in the words of shared/messages. */
export function refuse(code: string, said: { readonly message: string; readonly fix: string }): Refusal {
  return { refused: true, code, ...said }
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
