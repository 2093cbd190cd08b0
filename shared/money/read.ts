import { canonicalise } from '#shared/formula/locale.ts'
import { readCell } from '#shared/formula/cell.ts'

/**
 * Reads back what was printed in a locale: `$1,204.50`, `1.204,50 €`, `59.6%`, `1,234,567.5 requests`. The currency sign and the unit are
 * dropped. `null` when there is no one number in the text.
 */
export function readNumber(text: string, locale: string): number | null {
  const bare = text.trim().replace(/^([-−])?\s*(?:[A-Z]{3}|\p{Sc})\s*/u, '$1')
  const number = /^[-+−]?\s*[\d.,'’\u00a0\u202f\u2009 ]*\d(?:[eE][-+]?\d+)?(?:\s*%)?/.exec(bare)
  if (number === null) return null
  const rest = bare.slice(number[0].length)
  if (!/^\s*(?:\p{Sc}|[\p{L}/·-]+(?:[\s\p{L}/·-])*)?$/u.test(rest)) return null
  const cell = readCell(canonicalise(number[0].replace('−', '-'), locale))
  return cell.kind === 'literal' ? cell.value : null
}
