import type { EChartsCoreOption } from 'echarts/core'
import { standing } from '#pricing/export/waterfall.ts'
import { stepBar } from './waterfall.ts'
import type { ChartLook, ChartShape, Series, Step } from './types.ts'

/** A chart as echarts is told it. Patterns lie over the colours, so that series are told apart without them. */
export function optionOf(shape: ChartShape, look: ChartLook): EChartsCoreOption {
  switch (shape.kind) {
    case 'waterfall':
      return waterfall(shape.steps, look)
    case 'stacked':
      return {
        ...frame(shape.places, look, namesOf(shape.series)),
        series: [...shape.series.map((one, at) => bar(one, at, look)), totals(shape.sums, look)],
      }
    case 'lines':
      return { ...frame(shape.places, look, namesOf(shape.series)), series: shape.series.map((one, at) => line(one, at, look)) }
  }
}

function namesOf(series: readonly Series[]): readonly string[] {
  return series.map(({ name }) => name)
}

/** Sizes in px. */
const legend = { mark: 44, name: 128, letter: 7, line: 22 } as const

/** More places than these are too many to write below each of them. */
const mostLabels = 12

/** Letters of a name below a bar, in as many lines as they take. */
const mostLetters = 60

/** Cut in the middle, for names that are alike are most often so at their beginning. */
export function inMiddle(name: string, most: number): string {
  const letters = Array.from(name)
  if (letters.length <= most) return name
  const end = Math.floor((most - 1) / 2)
  return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(letters.length - end).join('')}`
}

function frame(places: readonly string[], look: ChartLook, named: readonly string[]): EChartsCoreOption {
  const { colours, text, fontFamily, width, ground } = look
  const label = { color: colours.muted, fontFamily, fontSize: 11 }
  return {
    animation: false,
    ...(ground ? { backgroundColor: colours.surface } : {}),
    color: [...colours.series],
    textStyle: { fontFamily, color: colours.text },
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 8, right: 16, top: 20 + legendLines(named, width - 16) * legend.line, bottom: 8, containLabel: true },
    ...(named.length > 0 ? { legend: legendOf(look) } : {}),
    xAxis: {
      type: 'category',
      data: [...places],
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel:
        places.length > mostLabels
          ? { ...label, color: colours.text }
          : {
              ...label,
              color: colours.text,
              interval: 0,
              width: Math.max(48, (width - 80) / Math.max(1, places.length) - 12),
              overflow: 'break',
              lineHeight: 14,
              formatter: (name: string) => inMiddle(name, mostLetters),
            },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...label, formatter: (amount: number) => text.tick(amount) },
      splitLine: { lineStyle: { color: colours.line } },
    },
  }
}

/** How many lines the names take, each with its mark before it. */
function legendLines(named: readonly string[], width: number): number {
  let lines = named.length > 0 ? 1 : 0
  let left = width
  for (const name of named) {
    const taken = legend.mark + Math.min(legend.name, name.length * legend.letter)
    if (taken > left) {
      lines += 1
      left = width
    }
    left -= taken
  }
  return lines
}

function legendOf({ colours, fontFamily, width }: ChartLook): object {
  return {
    top: 0,
    left: 0,
    width: width - 16,
    itemWidth: 26,
    itemHeight: 12,
    formatter: (name: string) => inMiddle(name, Math.floor(legend.name / legend.letter)),
    textStyle: { color: colours.text, fontFamily, fontSize: 12, width: legend.name, overflow: 'truncate' },
  }
}

function bar({ name, values }: Series, at: number, { colours }: ChartLook): object {
  return {
    name,
    type: 'bar',
    stack: 'all',
    barMaxWidth: 64,
    data: [...values],
    itemStyle: { color: colours.series[at % colours.series.length], borderColor: colours.surface, borderWidth: 1 },
  }
}

/** Over each stack what it comes to: a bar of no height that carries the sum. */
function totals(sums: readonly string[], { colours, fontFamily }: ChartLook): object {
  const formatter = ({ dataIndex }: { readonly dataIndex: number }) => sums[dataIndex] ?? ''
  return {
    type: 'bar',
    stack: 'all',
    data: sums.map(() => 0),
    labelLayout: { hideOverlap: true },
    label: { show: true, position: 'top', color: colours.text, fontFamily, fontSize: 12, formatter },
  }
}

const dashes = ['solid', 'dashed', 'dotted'] as const
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const

function line({ name, values }: Series, at: number, { colours }: ChartLook): object {
  return {
    name,
    type: 'line',
    data: [...values],
    symbol: symbols[at % symbols.length],
    symbolSize: 6,
    lineStyle: { width: 2, type: dashes[at % dashes.length] },
    itemStyle: { color: colours.series[at % colours.series.length] },
  }
}

function waterfall(steps: readonly Step[], look: ChartLook): EChartsCoreOption {
  const bars = standing(steps)
  return {
    ...frame(
      steps.map(({ label }) => label),
      look,
      [],
    ),
    series: [
      {
        type: 'custom',
        encode: { x: 0, y: [1, 2] },
        data: bars.map(({ from, to }, at) => [at, from, to]),
        renderItem: (_: unknown, api: Parameters<typeof stepBar>[0]) => stepBar(api, bars, look),
      },
    ],
  }
}
