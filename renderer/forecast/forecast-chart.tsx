import { useMemo } from 'react'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { byCategory, categoriesIn, categoryName, costText } from '#renderer/charts/categories.ts'
import { useChartText } from '#renderer/charts/chart-text.ts'
import { Chart } from '#renderer/charts/chart.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'

/** The months as bars, by category. */
export function ForecastChart({ forecast: { months } }: { readonly forecast: Forecast }) {
  const printer = usePrinter()
  const text = useChartText()
  const shape = useMemo(() => byCategory(months, printer), [months, printer])
  const table = useMemo(() => {
    const categories = categoriesIn(months)
    return {
      head: ['Month', ...categories.map(categoryName), 'Total'],
      rows: months.map((month) => [
        month.name,
        ...categories.map((category) => costText(month.categories.get(category), printer)),
        costText(month.total, printer),
      ]),
    }
  }, [months, printer])
  return <Chart title="Monthly cost by category" shape={shape} text={text} table={table} />
}
