import { useMemo } from 'react'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { Chart } from '#renderer/charts/chart.tsx'
import type { ChartShape, ChartText } from '#renderer/charts/types.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** The months as bars, by category. */
export function ForecastChart({ forecast }: { readonly forecast: Forecast }) {
  const printer = usePrinter()
  const currency = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const locale = useWorkspace((state) => state.locale)
  const text = useMemo((): ChartText => {
    const tick = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' })
    return { amount: printer.money, tick: (amount) => tick.format(amount) }
  }, [printer, currency, locale])
  const shape = useMemo(() => shapeOf(forecast), [forecast])
  const table = useMemo(
    () => ({
      head: ['Month', ...categoriesOf(forecast).map(categoryName), 'Total'],
      rows: forecast.months.map(({ name, categories, total }) => [
        name,
        ...categoriesOf(forecast).map((category) => printer.money(categories.get(category)?.monthly ?? 0)),
        printer.money(total.monthly),
      ]),
    }),
    [forecast, printer],
  )
  return <Chart title="Monthly cost by category" shape={shape} text={text} table={table} />
}

function shapeOf(forecast: Forecast): ChartShape {
  return {
    kind: 'stacked',
    places: forecast.months.map(({ name }) => name),
    series: categoriesOf(forecast).map((category) => ({
      name: categoryName(category),
      values: forecast.months.map(({ categories }) => categories.get(category)?.monthly ?? 0),
    })),
  }
}

function categoriesOf({ months }: Forecast): readonly string[] {
  return [...new Set(months.flatMap(({ categories }) => [...categories.keys()]))]
}

function categoryName(category: string): string {
  return new Map<string, string>(Object.entries(categoryNames)).get(category) ?? category
}
