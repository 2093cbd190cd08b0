import { squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { CellText, Component, Id, RowPrice, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand, Refusal } from './types.ts'

/** A charge of a row, by the id it has in the row's service. */
type ChargeOf = { readonly row: Id; readonly charge: string }

/**
 * `price`: of one unit of the charge, in the workbook's currency; an empty text takes the book's price again. A note that
 * is not given stays as it is.
 */
export const setRowPrice: DocumentCommand<ChargeOf & { readonly price: CellText; readonly note?: string }> = {
  id: 'prices.set',
  label: 'Type a price of your own',
  keywords: ['override', 'unit price', 'list price', 'quote'],
  describe: () => 'Change a price',
  run: (workbook, { row: id, charge, price, note }) => {
    const row = workbook.components.get(id)
    if (row === undefined) return refuse('row-gone', refusals.rowGone())
    if (price.trim() === '') return withPrice(row, charge, null)
    if (Math.max(price.length, note?.length ?? 0) > LIMITS.text) return refuse('too-long', refusals.tooLong(row.name, LIMITS.text))
    const before = Object.hasOwn(row.prices, charge) ? row.prices[charge] : undefined
    return withPrice(row, charge, { price: price.trim(), note: (note ?? before?.note ?? '').trim() })
  },
}

/** Back to the price of the book. */
export const clearRowPrice: DocumentCommand<ChargeOf> = {
  id: 'prices.clear',
  label: 'Take the price of the book again',
  keywords: ['reset', 'override', 'list price'],
  run: (workbook: Workbook, { row: id, charge }): readonly Change[] | Refusal => {
    const row = workbook.components.get(id)
    return row === undefined ? refuse('row-gone', refusals.rowGone()) : withPrice(row, charge, null)
  },
}

function withPrice(row: Component, charge: string, price: RowPrice | null): readonly Change[] {
  const others = Object.entries(row.prices).filter(([id]) => id !== charge)
  const prices = Object.fromEntries(price === null ? others : [...others, [charge, price]])
  return squash([replaced('components', row, { ...row, prices })])
}

export const priceCommands = [setRowPrice, clearRowPrice] as const
