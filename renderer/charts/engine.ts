import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { optionOf } from './option.ts'
import type { ChartLook, ChartShape } from './types.ts'

// The one place that draws with echarts. Fetched when the first chart is shown.
use([BarChart, CustomChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer])

/**
 * A chart as the text of an SVG file, so many px wide and high. Drawn off the page: a drawing in it would clear itself with
 * `innerHTML`, which the content policy refuses.
 */
export function drawn(shape: ChartShape, look: ChartLook, height: number): string {
  const { width } = look
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(optionOf(shape, look))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
