import type { Dimension } from './types.ts'

/** A number without a unit; counts of things are plain too. */
export const plain: Dimension = { data: 0, time: 0, money: 0, duty: 0 }

export function isPlain(dimension: Dimension): boolean {
  return dimension === plain || sameDimension(dimension, plain)
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a === b || (a.data === b.data && a.time === b.time && a.money === b.money && a.duty === b.duty)
}

/** Powers of `a` plus `times` × powers of `b`: 1 for a product, -1 for a quotient. */
export function combineDimensions(a: Dimension, b: Dimension, times: number): Dimension {
  if (b === plain) return a
  return {
    data: a.data + times * b.data,
    time: a.time + times * b.time,
    money: a.money + times * b.money,
    duty: a.duty + times * b.duty,
  }
}

export function powerOfDimension(a: Dimension, power: number): Dimension {
  return isPlain(a) ? plain : combineDimensions(plain, a, power)
}

/** Equal for equal dimensions, empty for plain; letters, digits and `_` only, so that it can stand inside a name. */
export function dimensionKey(dimension: Dimension): string {
  if (isPlain(dimension)) return ''
  const { data, time, money, duty } = dimension
  return `_${data}_${time}_${money}_${duty}`.replaceAll('-', 'm').replaceAll('.', 'p')
}

/** The unit a person would write for this dimension: `GB`, `GB/h`, `$/GB`; empty for plain. */
export function unitText(dimension: Dimension): string {
  const powers: readonly (readonly [string, number])[] = [
    ['$', dimension.money],
    ['GB', dimension.data],
    ['h', dimension.time],
    ['h/day', dimension.duty],
  ]
  const above = powers.filter(([, power]) => power > 0).map(([unit, power]) => withPower(unit, power))
  const below = powers.filter(([, power]) => power < 0).map(([unit, power]) => withPower(unit, -power))
  return above.join('·') + below.map((unit) => `/${unit}`).join('')
}

function withPower(unit: string, power: number): string {
  return power === 1 ? unit : `${unit}^${power}`
}

/** In words: `an amount of data`, `money per time`, `a plain number`. */
export function describeDimension(dimension: Dimension): string {
  if (isPlain(dimension)) return 'a plain number'
  return wordsFor.get(dimensionKey(dimension)) ?? `a quantity in ${unitText(dimension)}`
}

const wordsFor: ReadonlyMap<string, string> = new Map([
  [dimensionKey({ ...plain, data: 1 }), 'an amount of data'],
  [dimensionKey({ ...plain, time: 1 }), 'a length of time'],
  [dimensionKey({ ...plain, time: -1 }), 'a rate per time'],
  [dimensionKey({ ...plain, money: 1 }), 'an amount of money'],
  [dimensionKey({ ...plain, duty: 1 }), 'a share of the time'],
  [dimensionKey({ ...plain, data: 1, time: -1 }), 'data per time'],
  [dimensionKey({ ...plain, money: 1, time: -1 }), 'money per time'],
  [dimensionKey({ ...plain, money: 1, data: -1 }), 'money per amount of data'],
])
