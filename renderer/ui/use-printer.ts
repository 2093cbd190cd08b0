import { useMemo } from 'react'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { makePrinter } from './printer.ts'
import type { SumPrinter } from './printer.ts'

/** Prints in the open workbook's currency and the person's locale. */
export function usePrinter(): SumPrinter {
  const currency = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const locale = useWorkspace((state) => state.locale)
  return useMemo(() => makePrinter(locale, currency), [currency, locale])
}
