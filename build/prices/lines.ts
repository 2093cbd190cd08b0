/** A mistake in a fact table: where it stands, what is wrong, what to do. */
export class FactFault extends Error {
  override readonly name = 'FactFault'

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
  }
}

/** One line of a fact table, cut into fields. `inner`: it began with a space or tab, so it belongs to the heading above. */
export type FactLine = { readonly file: string; readonly line: number; readonly inner: boolean; readonly fields: readonly string[] }

/** Lines of a table; comments (`#`) and empty lines are left out. */
export function factLines(file: string, text: string, separator: ',' | '\t'): readonly FactLine[] {
  return text.split('\n').flatMap((raw, i) => {
    if (raw.trim() === '' || raw.startsWith('#')) return []
    const inner = raw.startsWith(' ') || raw.startsWith('\t')
    return [{ file, line: i + 1, inner, fields: (inner ? raw.slice(1) : raw).split(separator) }]
  })
}

export function fault(at: FactLine, message: string): FactFault {
  return new FactFault(at.file, at.line, message)
}

/** Field `i`, or the empty string where the line has fewer. */
export function field(at: FactLine, i: number): string {
  return at.fields[i] ?? ''
}

/** A field that must be there. */
export function required(at: FactLine, i: number, what: string): string {
  const text = field(at, i)
  if (text === '') throw fault(at, `the ${what} is missing; write it as field ${i + 1}.`)
  return text
}

/** A finite number that is not negative; an empty field is `null`: not known, never zero. */
export function amount(at: FactLine, i: number, what: string): number | null {
  const text = field(at, i)
  if (text === '') return null
  return number(at, text, what)
}

export function number(at: FactLine, text: string, what: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (!Number.isFinite(value)) throw fault(at, `the ${what} "${text}" is not a plain number; write digits with a point.`)
  return value
}

/** A date of the ISO calendar, to the day, month or year, or `undated`. */
export function isoDate(at: FactLine, text: string): string {
  if (text === 'undated') return text
  const [, month, day] = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [undefined, '00', '00']
  const monthGood = month === undefined || (Number(month) >= 1 && Number(month) <= 12)
  const dayGood = day === undefined || (Number(day) >= 1 && Number(day) <= 31)
  if (!monthGood || !dayGood) throw fault(at, `"${text}" is not a date; write 2026-11-22, 2026-11, 2026 or undated.`)
  return text
}
