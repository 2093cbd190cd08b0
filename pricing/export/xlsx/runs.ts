import { range } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Excel takes formulas of 8,192 characters and 255 arguments. */
const mostRuns = 200
const mostCharacters = 7500

/** The sum of some lines of a column, neighbours as one range; null where it would be longer than Excel takes. */
export function sumOfLines<Key extends string>(of: Sheet<Key>, key: Key, lines: readonly number[]): string | null {
  const found = runsOf(lines)
  if (found === null) return null
  if (found.length === 0) return '0'
  const text = `SUM(${found.map(([from, to]) => range(of, key, from, to)).join(',')})`
  return text.length > mostCharacters ? null : text
}

/** Lines that follow each other, from the first to the last of each; null where there are more than a formula takes. */
export function runsOf(lines: readonly number[]): [number, number][] | null {
  const found: [number, number][] = []
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === line - 1) last[1] = line
    else found.push([line, line])
  }
  return found.length > mostRuns ? null : found
}
