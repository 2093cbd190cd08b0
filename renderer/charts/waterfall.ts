import type { ChartLook, Step } from './types.ts'

/** A step with where its bar begins and ends. */
type StepBar = Step & { readonly from: number; readonly to: number }

/** What echarts offers to a bar that draws itself. Points are in px. */
type DrawingApi = {
  readonly value: (dimension: number) => number | string
  readonly coord: (point: number[]) => number[]
  readonly size?: (extent: number[]) => number | number[]
}

const widest = 72

/** The bar of one step with its amount over it and the line to the next one. */
export function stepBar(api: DrawingApi, bars: readonly StepBar[], { colours, text, fontFamily }: ChartLook): object {
  const at = Number(api.value(0))
  const bar = bars[at]
  if (bar === undefined) return { type: 'group', children: [] }
  const [x = 0, yFrom = 0] = api.coord([at, bar.from])
  const [, yTo = 0] = api.coord([at, bar.to])
  const band = bandOf(api)
  const width = Math.min(widest, band * 0.62)
  const top = Math.min(yFrom, yTo)
  const height = Math.max(1, Math.abs(yTo - yFrom))
  const fill = fillOf(bar, colours)
  const next = bars[at + 1]
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: x - width / 2, y: top, width, height },
        style: bar.isTotal ? { fill } : { fill, decal: patternOf(bar.amount, colours.surface) },
      },
      {
        type: 'text',
        style: {
          text: `${bar.isTotal || text.change === undefined ? text.amount(bar.amount) : text.change(bar.shown ?? bar.amount)}${bar.mark}`,
          x,
          y: top - 4,
          textAlign: 'center',
          textVerticalAlign: 'bottom',
          fill: colours.text,
          font: `12px ${fontFamily}`,
        },
      },
      ...(next === undefined
        ? []
        : [
            {
              type: 'line',
              shape: { x1: x + width / 2, y1: yTo, x2: x + band - width / 2, y2: yTo },
              style: { stroke: colours.muted, lineDash: [3, 3] },
            },
          ]),
    ],
  }
}

function bandOf(api: DrawingApi): number {
  const size = api.size?.([1, 0])
  return (Array.isArray(size) ? size[0] : size) ?? widest
}

/** What may be more or less is neither good nor bad. */
function fillOf({ isTotal, amount, mark }: StepBar, colours: ChartLook['colours']): string {
  if (isTotal) return colours.accent
  if (mark !== '') return colours.muted
  return amount > 0 ? colours.more : colours.less
}

/** Rising steps are striped one way, falling ones the other. */
function patternOf(amount: number, colour: string): object {
  return { symbol: 'rect', color: colour, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: amount > 0 ? Math.PI / 4 : -Math.PI / 4 }
}
