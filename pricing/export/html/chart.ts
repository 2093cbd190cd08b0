import { drawing, drawingWidth as width, shortened } from './drawing.ts'
import { escaped } from './escape.ts'
import { texture } from './texture.ts'

/** A bar made of parts, with what is written at its end. Parts below zero are left out. */
export type Bar = {
  readonly label: string
  readonly text: string
  readonly parts: readonly { readonly name: string; readonly value: number }[]
}

/** Colours that colour-blind people tell apart and that differ in print too: Okabe and Ito, https://jfly.uni-koeln.de/color/ */
const colours = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#7f7f7f'] as const

/** For lines over each of them. */
const inks = ['#fff', '#1a1d21', '#fff', '#1a1d21', '#1a1d21', '#fff', '#1a1d21', '#fff'] as const

const labelWidth = 190
/** What is written at a bar's end has this much room at least, and what its characters take; half of the room for bars stays theirs. */
const leastTextWidth = 120
const mostTextWidth = (width - labelWidth) / 2
const characterWidth = 8
const barHeight = 22
const step = 32
const legendStep = 20
const longestLabel = 26

/** Horizontal bars as an SVG picture, longest as wide as there is room; a legend where bars have several parts. */
export function barsSvg(title: string, bars: readonly Bar[]): string {
  const names = [...new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name)))]
  const places = new Map(names.map((name, at) => [name, at]))
  const most = Math.max(...bars.map(lengthOf), 0)
  const longest = Math.max(...bars.map(({ text }) => Array.from(text).length), 0)
  const textWidth = Math.min(mostTextWidth, Math.max(leastTextWidth, 12 + longest * characterWidth))
  const scale = most === 0 ? 0 : (width - labelWidth - textWidth) / most
  const hasLegend = bars.some(({ parts }) => parts.length > 1)
  const rows = hasLegend ? Math.ceil(names.length / 3) : 0
  const height = bars.length * step + rows * legendStep + 8
  const body = bars.map((bar, at) => barSvg(bar, at * step, scale, places)).join('')
  const legend = hasLegend ? names.map((name, at) => legendSvg(name, at, bars.length * step + 8)).join('') : ''
  return drawing(title, height, body + legend, 13)
}

function lengthOf({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
}

function barSvg(bar: Bar, top: number, scale: number, places: ReadonlyMap<string, number>): string {
  const middle = top + barHeight / 2 + 5
  let left = labelWidth
  const parts = bar.parts.map(({ name, value }) => {
    const length = Math.max(0, value) * scale
    const from = left
    left += length
    return boxSvg(places.get(name) ?? 0, from, top, length, barHeight, name)
  })
  const label = `<text x="${labelWidth - 8}" y="${middle}" text-anchor="end">${escaped(shortened(bar.label, longestLabel))}</text>`
  return `${label}${parts.join('')}<text x="${round(left + 6)}" y="${middle}">${escaped(bar.text)}</text>`
}

/** A box in the colour and the texture of its part; parts beyond the colours there are differ by texture alone. */
function boxSvg(at: number, left: number, top: number, length: number, height: number, name: string): string {
  const box = `<rect x="${round(left)}" y="${round(top)}" width="${round(length)}" height="${height}" fill="${colours[at % colours.length] ?? colours[0]}" stroke="#fff" stroke-width="0.5"><title>${escaped(name)}</title></rect>`
  const lines = texture(at, left, top, length, height)
  return lines === ''
    ? box
    : `${box}<path d="${lines}" stroke="${inks[at % inks.length] ?? inks[0]}" stroke-width="1.2" stroke-opacity="0.7"/>`
}

function legendSvg(name: string, at: number, top: number): string {
  const x = (at % 3) * (width / 3)
  const y = top + Math.floor(at / 3) * legendStep
  return `${boxSvg(at, x, y, 20, 13, name)}<text x="${x + 26}" y="${y + 11}">${escaped(shortened(name, longestLabel))}</text>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
