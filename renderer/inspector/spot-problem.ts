import type { Problem } from '#shared/formula/types.ts'
import { spotFields, spotTexts } from '#pricing/calculator/shares.ts'
import { emptyValue, textInField } from '#pricing/calculator/values.ts'

export type SpotTime = 'interruption' | 'checkpoint' | 'restart'

const ORDER: readonly SpotTime[] = ['interruption', 'checkpoint', 'restart']

/**
 * Why a time of a spot share, typed as a number, cannot be one; null where it can, and for a formula, which the row itself tells about.
 * `monthHours`: hours of the workbook's month.
 */
export function spotProblem(time: SpotTime, text: string, monthHours: number): Problem | null {
  const at = ORDER.indexOf(time)
  const typed = spotTexts({ kind: 'spot', coverage: '1', interruption: '1', [time]: text })?.[at] ?? ''
  const field = spotFields[at]
  if (typed.trim() === '' || typed.trimStart().startsWith('=') || field === undefined) return null
  const value = textInField(typed, time, field, monthHours, () => emptyValue(time))
  return value.kind === 'problem' ? value.problem : null
}
