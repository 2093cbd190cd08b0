import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import type { SortBy } from '#pricing/catalog/finding/sort.ts'
import type { ComputeTerm } from '#pricing/catalog/types.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { TableCell, TableColumn } from '#renderer/ui/table-types.ts'
import type { PricePrinter } from './printing.ts'
import { gpuText } from '#renderer/workspace/machine-parts.ts'
import { chipName, monthly, nameOf, priceRow, shortCloudNames, sourceOf, unitOf } from './row.ts'
import type { PriceRow } from './row.ts'

/** The columns of the table of prices. Heads name the currency, so that figures need not. */
export function priceColumns(currency: string): readonly TableColumn[] {
  return [
    { id: 'name', label: 'Size or price', width: 176, pinned: true, sortable: true },
    { id: 'region', label: 'Region', width: 130, sortable: true },
    { id: 'on-demand', label: 'On demand', width: 94, numeric: true, sortable: true, tip: `${currency} for one unit, list price` },
    { id: 'cloud', label: 'Cloud', width: 66, sortable: true },
    { id: 'unit', label: 'Per', width: 70, sortable: true },
    { id: 'month', label: 'A month', width: 92, numeric: true, tip: `${currency} for one unit the whole month` },
    { id: 'per-vcpu', label: 'vCPU-hour', width: 104, numeric: true, sortable: true, tip: `${currency} on demand for one vCPU and hour` },
    {
      id: 'per-gb',
      label: 'GB-hour',
      width: 104,
      numeric: true,
      sortable: true,
      tip: `${currency} on demand for one GiB of memory and hour`,
    },
    { id: 'vcpu', label: 'vCPU', width: 60, numeric: true, sortable: true },
    { id: 'memory', label: 'Memory', width: 80, numeric: true, sortable: true, tip: 'GiB' },
    { id: 'gpus', label: 'GPU', width: 92, sortable: true },
    { id: 'architecture', label: 'Chip', width: 62, sortable: true },
    { id: 'place', label: 'Where', width: 150, sortable: true },
    { id: 'spot', label: 'Spot', width: 96, numeric: true, sortable: true, tip: `${currency} an hour; spot moves daily` },
    {
      id: 'reserved-1y-no-upfront',
      label: '1 year',
      width: 96,
      numeric: true,
      sortable: true,
      tip: `${currency} an hour, committed for one year without upfront payment`,
    },
    {
      id: 'reserved-3y-no-upfront',
      label: '3 years',
      width: 96,
      numeric: true,
      sortable: true,
      tip: `${currency} an hour, committed for three years without upfront payment`,
    },
    { id: 'sku', label: 'SKU', width: 220 },
    { id: 'source', label: 'Source', width: 130 },
    { id: 'as-of', label: 'As of', width: 96 },
  ]
}

const sortable: ReadonlySet<string> = new Set(priceColumns('').flatMap((column) => (column.sortable === true ? [column.id] : [])))

export function isSortBy(column: string): column is SortBy {
  return sortable.has(column)
}

/** Draws the cells of a list. Rows are looked up when they come into sight. */
export function priceCells(list: PriceList, printer: PricePrinter): (row: number, column: string) => TableCell {
  let last: PriceRow | null = null
  return (row, column) => {
    // The grid draws a row cell by cell.
    if (last?.row !== row) last = priceRow(list, row)
    return last === null ? { text: '' } : cell(list, last, column, printer)
  }
}

const nothing: TableCell = { text: '' }

function cell(list: PriceList, row: PriceRow, column: string, printer: PricePrinter): TableCell {
  const { thing, place } = row
  const { size } = thing
  switch (column) {
    case 'name':
      return { text: nameOf(thing), tip: thing.id }
    case 'cloud':
      return { text: shortCloudNames[thing.cloud] }
    case 'region':
      return { text: place.code }
    case 'place':
      return { text: place.name, tip: [place.name, place.city, place.geography].filter((part) => part !== '').join(' · '), tone: 'muted' }
    case 'vcpu':
      return size === null || size.vcpu === 0 ? nothing : { text: printer.print.number(size.vcpu), value: size.vcpu }
    case 'memory':
      return size === null || size.memoryGib === 0
        ? nothing
        : { text: `${printer.print.number(size.memoryGib)} GiB`, value: size.memoryGib }
    case 'gpus':
      return { text: size === null ? '' : gpuText(size, printer.print.number) }
    case 'architecture':
      return { text: size === null ? '' : chipName(size), ...(size === null ? {} : { tip: size.architecture }) }
    case 'unit':
      return { text: unitOf(row), tone: 'muted' }
    case 'on-demand':
      return term(list, row, 'on-demand', printer)
    case 'spot':
    case 'reserved-1y-no-upfront':
    case 'reserved-3y-no-upfront':
      return size === null ? nothing : term(list, row, column, printer)
    case 'month':
      return figure(monthly(row, printer.month), printer.money, printer)
    case 'per-vcpu':
      return size === null || size.vcpu === 0 ? nothing : figure(row.price('on-demand') / size.vcpu, printer.share, printer)
    case 'per-gb':
      return size === null || size.memoryGib === 0 ? nothing : figure(row.price('on-demand') / size.memoryGib, printer.share, printer)
    default:
      return origin(list, row, column)
  }
}

/** A price of the book, or the reason why it has none. */
function term(list: PriceList, row: PriceRow, which: ComputeTerm, { price, perUsd }: PricePrinter): TableCell {
  const usd = row.price(which)
  if (!Number.isNaN(usd)) {
    const steps = row.rate === null ? 0 : row.rate.tiers.length
    return {
      text: price(usd),
      value: usd * perUsd,
      ...(steps > 1 ? { tip: `The first of ${String(steps)} steps: more use costs otherwise.` } : {}),
    }
  }
  const found = sourceOf(list, row, which)
  return { text: NOT_KNOWN, value: NaN, tone: 'unknown', ...('why' in found ? { tip: found.why } : {}) }
}

/** A figure made of a price: nothing where there is no such price. */
function figure(usd: number, print: (usd: number) => string, { perUsd }: PricePrinter): TableCell {
  return Number.isNaN(usd) ? nothing : { text: print(usd), value: usd * perUsd }
}

function origin(list: PriceList, row: PriceRow, column: string): TableCell {
  const found = sourceOf(list, row, 'on-demand')
  if ('why' in found) return nothing
  const text = column === 'sku' ? found.sku : column === 'source' ? found.source : found.asOf
  return { text, tone: 'muted', tip: found.note === '' ? text : `${text}: ${found.note}` }
}
