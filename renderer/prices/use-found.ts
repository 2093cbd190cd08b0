import { useMemo } from 'react'
import { findRows } from '#pricing/catalog/finding/find.ts'
import type { PriceFilter } from '#pricing/catalog/finding/filter.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { sortRows } from '#pricing/catalog/finding/sort.ts'
import type { TableSort, TableSource } from '#renderer/ui/table-types.ts'
import { homeRegion } from '#renderer/workspace/price-row.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { isSortBy, priceCells } from './columns.ts'
import type { PricePrinter } from './printing.ts'

/** The rows that answer the search, as the table draws them: sorted once for each order that is asked for. */
export function useFound(list: PriceList, text: string, filter: PriceFilter, printer: PricePrinter): TableSource {
  const home = useWorkspace((state) => homeRegion(state))
  const found = useMemo(() => findRows(list, { text, filter, ...(home === '' ? {} : { home }) }), [list, text, filter, home])
  return useMemo(() => {
    const inOrder = sorter(list, found)
    return { count: found.length, rowAt: (position, sort) => inOrder(sort)[position] ?? 0, cell: priceCells(list, printer) }
  }, [list, found, printer])
}

function sorter(list: PriceList, found: Uint32Array): (sort: TableSort | null) => Uint32Array {
  let last: { readonly sort: TableSort; readonly rows: Uint32Array } | null = null
  return (sort) => {
    if (sort === null || !isSortBy(sort.column)) return found
    if (last?.sort.column !== sort.column || last.sort.descending !== sort.descending)
      last = { sort, rows: sortRows(list, found, sort.column, sort.descending) }
    return last.rows
  }
}
