import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Problem } from '#shared/formula/types.ts'

/**
 * Hands over a warn or fail level of a budget, in canonical text: a share is kept in percent, an amount as it was typed; an empty text brings
 * the usual level back.
 */
export function withLevel(
  text: string,
  problemOf: (text: string) => Problem | null,
  commit: (level: string) => Refusal | null,
): Refusal | null {
  const typed = text.trim()
  const problem = problemOf(typed)
  if (problem !== null) return refuse('bad-level', problem)
  const number = Number(typed.replace(/\s*%$/, ''))
  const share = typed.endsWith('%') ? number : number <= 1 ? number * 100 : null
  return commit(share === null || typed === '' ? typed : `${String(Number(share.toPrecision(12)))}%`)
}
