import { drawing, drawingWidth, lineSvg, paper, shortened, tenth, textSvg, ticksFor } from './drawing.ts'
import type { Point } from './drawing.ts'

/** A line of a chart, a value a place; null where nobody knows it, which is a gap. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] }

const top = 12
const plotHeight = 200
const right = drawingWidth - 16
const placesShown = 9
const characterWidth = 7
const legendStep = 20
const legendColumns = 3
const dashes = ['', '8 4', '2 3'] as const

/** Lines over the same places as an SVG picture, the scale beginning at zero. Lines differ by colour, dashes and marks. */
export function linesSvg(title: string, places: readonly string[], series: readonly Series[], print: (amount: number) => string): string {
  const ticks = ticksFor(series.flatMap(({ values }) => values.filter((value) => value !== null)))
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 0]
  const left = 16 + characterWidth * Math.max(0, ...ticks.map((tick) => print(tick).length))
  const step = places.length < 2 ? 0 : (right - left - 48) / (places.length - 1)
  const xOf = (at: number) => left + 24 + at * step
  const yOf = (amount: number) => top + (most === least ? plotHeight : ((most - amount) / (most - least)) * plotHeight)
  const scale = ticks.map((tick) => {
    const line = lineSvg([left, yOf(tick)], [right, yOf(tick)], tick === 0 ? paper.muted : paper.line)
    return `${line}${textSvg(print(tick), left - 8, yOf(tick) + 4, 'end', paper.muted)}`
  })
  const every = Math.ceil(places.length / placesShown)
  const under = top + plotHeight + 20
  const names = places.map((place, at) => (at % every === 0 ? textSvg(place, xOf(at), under, 'middle', paper.muted) : ''))
  const drawn = series.map(({ values }, at) => {
    const points = values.map((value, place): Point | null => (value === null ? null : [xOf(place), yOf(value)]))
    return seriesSvg(points, at)
  })
  const legendTop = under + 14
  const legend = series.map(({ name }, at) => legendSvg(name, at, legendTop))
  const height = legendTop + Math.ceil(series.length / legendColumns) * legendStep
  return drawing(title, height, [...scale, ...names, ...drawn, ...legend].join(''))
}

function seriesSvg(points: readonly (Point | null)[], at: number): string {
  const path = points
    .map((point, place) =>
      point === null ? '' : `${(points[place - 1] ?? null) === null ? 'M' : 'L'}${tenth(point[0])} ${tenth(point[1])}`,
    )
    .join('')
  const marks = points.flatMap((point) => (point === null ? [] : [markSvg(point, at)]))
  return `<path d="${path}" fill="none"${strokeOf(at)}/>${marks.join('')}`
}

function strokeOf(at: number): string {
  const dash = dashes[at % dashes.length] ?? ''
  return ` stroke="${colourOf(at)}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`
}

function colourOf(at: number): string {
  return paper.series[at % paper.series.length] ?? paper.text
}

/** A circle, a square, a triangle or a diamond around a point. */
function markSvg([x, y]: Point, at: number): string {
  const [left, right, top, bottom] = [x - 3, x + 3, y - 3, y + 3].map(tenth)
  const [middle, level] = [tenth(x), tenth(y)]
  const shapes = [
    `M${left} ${level}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`,
    `M${left} ${top}H${right}V${bottom}H${left}Z`,
    `M${middle} ${top}L${right} ${bottom}H${left}Z`,
    `M${middle} ${tenth(y - 4)}L${tenth(x + 4)} ${level}L${middle} ${tenth(y + 4)}L${tenth(x - 4)} ${level}Z`,
  ]
  return `<path d="${shapes[at % shapes.length]}" fill="${colourOf(at)}"/>`
}

function legendSvg(name: string, at: number, under: number): string {
  const x = 16 + (at % legendColumns) * ((right - 16) / legendColumns)
  const y = under + Math.floor(at / legendColumns) * legendStep
  return `<path d="M${tenth(x)} ${y + 6}h28"${strokeOf(at)}/>${markSvg([x + 14, y + 6], at)}${textSvg(shortened(name, 26), x + 36, y + 10, 'start')}`
}
