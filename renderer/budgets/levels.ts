import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Problem } from '#shared/formula/types.ts'

/**
 * Hands over a warn or fail level of a budget, in canonical text: a share is kept in percent, an amount as it was typed; an empty text brings
 * the usual level back.
 */
export function withLevel(
  text: string,
  read: (text: string) => number | Problem,
  commit: (level: string) => Refusal | null,
): Refusal | null {
  const level = read(text)
  if (typeof level !== 'number') return refuse('bad-level', level)
  const isShare = text.includes('%') || Number(text) <= 1
  return commit(isShare && text.trim() !== '' ? `${String(Number((level * 100).toPrecision(12)))}%` : text.trim())
}
