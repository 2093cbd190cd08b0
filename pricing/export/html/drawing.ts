import { escaped } from './escape.ts'

/** The colours of the window's light theme (its tokens), which is the one that is drawn on paper. */
export const paper = {
  text: '#18212b',
  muted: '#52606d',
  line: '#dde3e9',
  surface: '#ffffff',
  accent: '#0a5fb8',
  more: '#b3261e',
  less: '#14703b',
  /** For lines beside each other, in an order that stays apart for people who see fewer colours. */
  series: ['#2a6bc9', '#b9600a', '#0f7f86', '#7450c4', '#937500', '#c8403a', '#2c8047', '#b93f8c', '#66727e'],
} as const

export const drawingWidth = 720

/** A picture as wide as a report, with a title for those who do not see it. */
export function drawing(title: string, height: number, body: string, fontSize = 12): string {
  const shown = escaped(title)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawingWidth} ${height}" width="${drawingWidth}" height="${height}" role="img" aria-label="${shown}" font-family="system-ui, sans-serif" font-size="${fontSize}"><title>${shown}</title>${body}</svg>`
}

type Anchor = 'start' | 'middle' | 'end'

export function textSvg(text: string, x: number, y: number, anchor: Anchor, colour: string = paper.text): string {
  return `<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`
}

export function lineSvg([x1, y1]: Point, [x2, y2]: Point, colour: string, dash = ''): string {
  return `<path d="M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}" stroke="${colour}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
}

/** Across and down, in px. */
export type Point = readonly [number, number]

/** The first characters of a text that has more than `most`. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Money is not told apart any finer. */
const leastStep = 1e-6

/** Amounts for the lines of a scale that holds all of these and zero: at most twelve, at 1, 2 or 5 times a power of ten. */
export function ticksFor(amounts: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  if (least === most) return [0]
  const quarter = Math.max((most - least) / 4, leastStep)
  const power = 10 ** Math.floor(Math.log10(quarter))
  const step = [1, 2, 5].map((times) => times * power).findLast((one) => one <= quarter) ?? power
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)]
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step)
}
