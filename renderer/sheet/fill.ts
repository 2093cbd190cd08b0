/**
 * What the fill handle writes. Constants and formulas repeat; numbers that stand at equal steps go on with the
 * step. `Infinity`, exponents and formulas are never stepped.
 */

type Stepping = { readonly before: string; readonly digits: string; readonly after: string }

const quantity = /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(\s?[^\d\s.,].*)?$/u
const numbered = /^(.*\D)(\d+)$/u

/** The texts after `source`: `count` of them. `names` lets "API 1", "API 2" go on to "API 3" as numbers do. */
export function series(source: readonly string[], count: number, names: boolean): readonly string[] {
  const step = source.length > 1 ? progression(source, names) : null
  if (step) return Array.from({ length: count }, (_, at) => step(source.length + at))
  return Array.from({ length: count }, (_, at) => source[at % source.length] ?? '')
}

/** Filling upwards or to the left: the texts before `source`, nearest last. */
export function seriesBefore(source: readonly string[], count: number, names: boolean): readonly string[] {
  return [...series([...source].reverse(), count, names)].reverse()
}

function progression(source: readonly string[], names: boolean): ((at: number) => string) | null {
  const parts = source.map((text) => readStepping(text, names))
  const [first] = parts
  if (!first || !parts.every((part) => part !== null && part.before === first.before && part.after === first.after)) return null
  const decimals = Math.max(...parts.map((part) => part?.digits.split('.')[1]?.length ?? 0))
  const scale = 10 ** decimals
  const values = parts.map((part) => Math.round(Number(part?.digits.replaceAll(',', '')) * scale))
  const [start = 0, second = 0] = values
  const step = second - start
  if (values.some((value, at) => value !== start + step * at || !Number.isSafeInteger(value))) return null
  const width = first.digits.startsWith('0') && first.before !== '' ? first.digits.length : 0
  return (at) => {
    const value = start + step * at
    return first.before !== '' && value < 0
      ? first.before + first.digits
      : first.before + printed(value, scale, decimals).padStart(width, '0') + first.after
  }
}

function printed(value: number, scale: number, decimals: number): string {
  const text = (value / scale).toFixed(decimals)
  return decimals === 0 ? text : text.replace(/\.?0+$/u, '')
}

function readStepping(text: string, names: boolean): Stepping | null {
  if (text.startsWith('=')) return null
  const amount = quantity.exec(text)
  if (amount) return { before: '', digits: amount[1] ?? '', after: amount[2] ?? '' }
  const name = names ? numbered.exec(text) : null
  return name ? { before: name[1] ?? '', digits: name[2] ?? '', after: '' } : null
}
