import { useMemo } from 'react'
import { makePrinter } from '#renderer/ui/printer.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** Prices of the book, in US dollars, as the open workbook counts: in its currency and with its month. */
export type PricePrinter = {
  readonly print: Printer
  readonly perUsd: number
  readonly currency: string
  /** Hours of the workbook's month. */
  readonly month: number
  /** A price with all its digits. */
  readonly price: (usd: number) => string
  /** At most six digits after the point, for figures that were divided. */
  readonly share: (usd: number) => string
  readonly money: (usd: number) => string
}

export function pricePrinter(locale: string, currency: string, perUsd: number, month: number): PricePrinter {
  const print = makePrinter(locale, currency)
  return {
    print,
    perUsd,
    currency,
    month,
    price: (usd) => print.price(usd * perUsd),
    share: (usd) => print.precise(usd * perUsd),
    money: (usd) => print.money(usd * perUsd),
  }
}

/** Without an open workbook: US dollars and 730 hours. */
export function usePricePrinter(): PricePrinter {
  const locale = useWorkspace((state) => state.locale)
  const currency = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const perUsd = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.perUsd ?? 1)
  const month = useWorkspace((state) => state.workbook?.settings.get('settings')?.month.hours ?? 730)
  return useMemo(() => pricePrinter(locale, currency, perUsd, month), [locale, currency, perUsd, month])
}
