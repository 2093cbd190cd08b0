import { useMemo } from 'react'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { ChartText } from './types.ts'

/** Texts of a chart in the workbook's currency; whole amounts on the axis. */
export function useChartText(): ChartText {
  const printer = usePrinter()
  const currency = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const locale = useWorkspace((state) => state.locale)
  return useMemo(() => {
    const tick = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' })
    return {
      amount: printer.money,
      change: (amount) => `${amount > 0 ? '+' : ''}${printer.money(amount)}`,
      tick: (amount) => tick.format(amount),
    }
  }, [printer, currency, locale])
}
