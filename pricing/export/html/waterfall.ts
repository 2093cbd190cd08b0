import { drawing, drawingWidth, lineSvg, paper, shortened, tenth, textSvg } from './drawing.ts'
import { standing } from '../waterfall.ts'
import { texture } from './texture.ts'

/** A bar of the way from one total to another: a total stands on nothing, a step where the one before it ended. */
export type WaterfallStep = {
  readonly label: string
  readonly amount: number
  readonly isTotal: boolean
  /** What stands over the bar. */
  readonly text: string
  /** Whether it may be more or less: then it is neither good nor bad. */
  readonly isUnsure: boolean
}

const plotTop = 24
const plotHeight = 190
const height = plotTop + plotHeight + 28
const widestBar = 72
/** Characters under a bar for each px of its room. */
const perPixel = 0.14

/** Textures of steps up and down, so that they are told apart where colours are not. */
const [rising, falling] = [1, 3]

/** The way from one total to another as an SVG picture. Steps up and down differ by colour, texture and sign. */
export function waterfallSvg(title: string, steps: readonly WaterfallStep[]): string {
  const bars = standing(steps)
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const yOf = (amount: number) => plotTop + (most === least ? plotHeight : ((most - amount) / (most - least)) * plotHeight)
  const band = drawingWidth / Math.max(1, bars.length)
  const body = bars.map(
    (bar, at) => barSvg(bar, band * (at + 0.5), band, yOf) + (at + 1 < bars.length ? levelSvg(bar.to, band * (at + 0.5), band, yOf) : ''),
  )
  const ground = lineSvg([0, yOf(0)], [drawingWidth, yOf(0)], paper.muted)
  return drawing(title, height, body.join('') + ground)
}

type Placed = WaterfallStep & { readonly from: number; readonly to: number }

function barSvg(bar: Placed, middle: number, band: number, yOf: (amount: number) => number): string {
  const width = Math.min(widestBar, band * 0.62)
  const [left, top] = [middle - width / 2, Math.min(yOf(bar.from), yOf(bar.to))]
  const tall = Math.max(1, Math.abs(yOf(bar.to) - yOf(bar.from)))
  const box = `<rect x="${tenth(left)}" y="${tenth(top)}" width="${tenth(width)}" height="${tenth(tall)}" fill="${fillOf(bar)}"/>`
  const lines = bar.isTotal ? '' : texture(bar.amount > 0 ? rising : falling, left, top, width, tall)
  const texturePath = lines === '' ? '' : `<path d="${lines}" stroke="${paper.surface}" stroke-width="1.2" stroke-opacity="0.7"/>`
  const name = textSvg(shortened(bar.label, Math.floor(band * perPixel)), middle, height - 8, 'middle')
  return `${box}${texturePath}${textSvg(bar.text, middle, top - 5, 'middle')}${name}`
}

/** From a bar to the next, at the height where the one ends and the other begins. */
function levelSvg(level: number, middle: number, band: number, yOf: (amount: number) => number): string {
  const half = Math.min(widestBar, band * 0.62) / 2
  return lineSvg([middle + half, yOf(level)], [middle + band - half, yOf(level)], paper.muted, '3 3')
}

function fillOf({ isTotal, isUnsure, amount }: WaterfallStep): string {
  if (isTotal) return paper.accent
  if (isUnsure) return paper.muted
  return amount > 0 ? paper.more : paper.less
}
