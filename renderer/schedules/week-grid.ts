import { dayNames, hoursPerWeek } from '#pricing/schedule/week.ts'

/** A cell of the week: day 0 is Monday, hour 0 begins at midnight. */
export type Spot = { readonly day: number; readonly hour: number }
/** Both corners included. */
export type Block = { readonly anchor: Spot; readonly focus: Spot }

const lastDay = dayNames.length - 1
const lastHour = 23

export function indexOf({ day, hour }: Spot): number {
  return day * 24 + hour
}

export function contains({ anchor, focus }: Block, { day, hour }: Spot): boolean {
  return (
    day >= Math.min(anchor.day, focus.day) &&
    day <= Math.max(anchor.day, focus.day) &&
    hour >= Math.min(anchor.hour, focus.hour) &&
    hour <= Math.max(anchor.hour, focus.hour)
  )
}

export function dayBlock(day: number): Block {
  return { anchor: { day, hour: 0 }, focus: { day, hour: lastHour } }
}

export function hourBlock(hour: number): Block {
  return { anchor: { day: 0, hour }, focus: { day: lastDay, hour } }
}

export const wholeWeek: Block = { anchor: { day: 0, hour: 0 }, focus: { day: lastDay, hour: lastHour } }

/** The week with every hour of the block at this value. */
export function painted(hours: Float64Array, block: Block, value: number): Float64Array {
  const next = Float64Array.from(hours)
  for (const spot of spotsIn(block)) next[indexOf(spot)] = value
  return next
}

/** The first row of the block goes to the others (`down`), or its first column (`right`). */
export function filled(hours: Float64Array, block: Block, to: 'down' | 'right'): Float64Array {
  const next = Float64Array.from(hours)
  const [day, hour] = [Math.min(block.anchor.day, block.focus.day), Math.min(block.anchor.hour, block.focus.hour)]
  for (const spot of spotsIn(block)) {
    next[indexOf(spot)] = hours[indexOf(to === 'down' ? { day, hour: spot.hour } : { day: spot.day, hour })] ?? 0
  }
  return next
}

/** The hours of a block as a spreadsheet takes them: a line for each day, tabs between its hours, each as `print` writes it. */
export function copied(hours: Float64Array, block: Block, print: (value: number) => string): string {
  const lines = new Map<number, number[]>()
  for (const spot of spotsIn(block)) lines.set(spot.day, [...(lines.get(spot.day) ?? []), hours[indexOf(spot)] ?? 0])
  return [...lines.values()].map((line) => line.map(print).join('\t')).join('\n')
}

/**
 * The week with what was copied put in from the block's first cell on. A single value fills the block; a smaller piece is repeated as
 * often as it fits in whole. `null` where the text is no table of numbers of zero or more, or where it would stand over the edge of the week.
 */
export function pasted(hours: Float64Array, block: Block, text: string, read: (text: string) => number | null): Float64Array | null {
  const table = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => read(cell.trim())))
  const width = table[0]?.length ?? 0
  if (width === 0 || table.some((line) => line.length !== width || line.some((value) => value === null || !(value >= 0)))) return null
  const from = { day: Math.min(block.anchor.day, block.focus.day), hour: Math.min(block.anchor.hour, block.focus.hour) }
  const size = { days: Math.abs(block.anchor.day - block.focus.day) + 1, hours: Math.abs(block.anchor.hour - block.focus.hour) + 1 }
  const days = size.days % table.length === 0 ? size.days : table.length
  const wide = size.hours % width === 0 ? size.hours : width
  if (from.day + days > dayNames.length || from.hour + wide > 24) return null
  const next = Float64Array.from(hours)
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < wide; hour++) {
      next[indexOf({ day: from.day + day, hour: from.hour + hour })] = table[day % table.length]?.[hour % width] ?? 0
    }
  }
  return next
}

/** One cell further, stopping at the edges of the week. */
export function moved({ day, hour }: Spot, key: string, whole: boolean): Spot | null {
  const within = (at: number, last: number) => Math.min(last, Math.max(0, at))
  switch (key) {
    case 'ArrowUp':
      return { day: whole ? 0 : within(day - 1, lastDay), hour }
    case 'ArrowDown':
      return { day: whole ? lastDay : within(day + 1, lastDay), hour }
    case 'ArrowLeft':
      return { day, hour: whole ? 0 : within(hour - 1, lastHour) }
    case 'ArrowRight':
      return { day, hour: whole ? lastHour : within(hour + 1, lastHour) }
    case 'Home':
      return { day: whole ? 0 : day, hour: 0 }
    case 'End':
      return { day: whole ? lastDay : day, hour: lastHour }
    default:
      return null
  }
}

function spotsIn(block: Block): readonly Spot[] {
  return Array.from({ length: hoursPerWeek }, (_, at) => ({ day: Math.floor(at / 24), hour: at % 24 })).filter((spot) =>
    contains(block, spot),
  )
}
