import { escaped } from '#pricing/export/html/escape.ts'
import { paperColours } from './colours.ts'
import type { Colours } from './colours.ts'
import type { CopiedLine, CopiedTable } from './copied-table.ts'
import type { Picture } from './types.ts'
import { plainFont } from './use-drawing.ts'

/** How wide a text is in px; `strong` as a heading is. */
export type Measure = (text: string, strong: boolean) => number

const lineHeight = 24
const fontSize = 13
const padding = 10
const indent = 12

/** The table in the page's letters and the colours of paper. */
export function tableOnPaper(table: CopiedTable): Picture {
  const fontFamily = plainFont(getComputedStyle(document.body).fontFamily)
  const pen = document.createElement('canvas').getContext('2d')
  if (pen === null) throw new Error('This browser cannot draw pictures.')
  return tableDrawing(table, paperColours(), fontFamily, (text, strong) => {
    pen.font = `${strong ? '600 ' : ''}${String(fontSize)}px ${fontFamily}`
    return pen.measureText(text).width
  })
}

/** A table as the text of an SVG file, each column as wide as its widest cell; leading blanks of a name set it in. */
export function tableDrawing(table: CopiedTable, colours: Colours, fontFamily: string, measure: Measure): Picture {
  const head: CopiedLine = { cells: table.head.map((text) => ({ text, value: null })), strong: true }
  const lines = [head, ...table.lines]
  const widths = table.head.map(
    (_, at) =>
      2 * padding +
      Math.ceil(
        Math.max(...lines.map(({ cells, strong = false }) => setIn(cells[at]?.text) + measure(cells[at]?.text.trim() ?? '', strong))),
      ),
  )
  const width = widths.reduce((sum, one) => sum + one, 0)
  const height = lines.length * lineHeight
  const body = lines.map((line, at) => lineSvg(line, at * lineHeight, widths, width, colours)).join('')
  const rule = `<path d="M0 ${lineHeight}H${width}" stroke="${colours.text}"/>`
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(fontFamily)}" font-size="${fontSize}"><rect width="${width}" height="${height}" fill="${colours.surface}"/>${body}${rule}</svg>`,
    width,
    height,
    ground: colours.surface,
  }
}

function lineSvg({ cells, strong = false }: CopiedLine, top: number, widths: readonly number[], width: number, colours: Colours): string {
  let left = 0
  const texts = cells.map(({ text }, at) => {
    const from = left
    left += widths[at] ?? 0
    const x = at === 0 ? from + padding + setIn(text) : left - padding
    const anchor = at === 0 ? '' : ' text-anchor="end"'
    return `<text x="${x}" y="${top + 16.5}" fill="${colours.text}"${anchor}${strong ? ' font-weight="600"' : ''}>${escaped(text.trim())}</text>`
  })
  return `${texts.join('')}<path d="M0 ${top + lineHeight - 0.5}H${width}" stroke="${colours.line}"/>`
}

/** Px a text is set in by the blanks before it, two of them a step. */
function setIn(text = ''): number {
  return ((text.length - text.trimStart().length) / 2) * indent
}
