import type { Formula } from '#shared/formula/formula.ts'
import type { Names } from './explain.ts'

/** A declared formula with its names replaced by their numbers, for a person to follow: `count * hours` becomes `4 * 730`. */
export function workingOf(formula: Formula, names: Names): string {
  const used = new Map(
    formula.references.flatMap((reference) => (reference.kind === 'name' ? [[reference.name, names.get(reference.name)] as const] : [])),
  )
  return formula.text.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (name) => {
    const value = used.get(name)
    if (value === undefined) return name
    return value.kind === 'number' ? legible(value.value) : '?'
  })
}

/** At most twelve significant digits: what a pencil would write. */
function legible(value: number): string {
  return String(Number(value.toPrecision(12)))
}
