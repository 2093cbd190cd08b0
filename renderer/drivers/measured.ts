import { isPlain, unitText } from '#shared/formula/index.ts'
import type { Dimension } from '#shared/formula/types.ts'

const DATA: readonly (readonly [string, number])[] = [
  ['PB', 1024 ** 2],
  ['TB', 1024],
  ['GB', 1],
  ['MB', 1 / 1024],
  ['KB', 1 / 1024 ** 2],
  ['B', 1 / 1024 ** 3],
]
const TIME: readonly (readonly [string, number])[] = [
  ['h', 1],
  ['min', 1 / 60],
  ['s', 1 / 3600],
  ['ms', 1 / 3_600_000],
]

/** A figure in the unit a person would choose: base units are GB and hours, 0.0000381 GB is shown as 40 KB. */
export function measured(value: number, dimension: Dimension, unit: string, print: (value: number) => string): string {
  const { data, time, money, duty } = dimension
  if (isPlain(dimension)) return `${print(value)} ${unit}`.trimEnd()
  if (money === 0 && duty === 0 && data === 1 && time === 0) return scaled(value, DATA, print)
  if (money === 0 && duty === 0 && data === 0 && time === 1) return scaled(value, TIME, print)
  return `${print(value)} ${unitText(dimension)}`
}

/** In the largest unit of which there is at least one, else in the smallest. */
function scaled(value: number, units: readonly (readonly [string, number])[], print: (value: number) => string): string {
  const fitting = units.find(([, size]) => Math.abs(value) >= size) ?? units.at(-1)
  if (fitting === undefined) return print(value)
  const [name, size] = fitting
  return `${print(Number((value / size).toPrecision(12)))} ${name}`
}
