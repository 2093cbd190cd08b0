import { useMemo } from 'react'
import { X } from 'lucide-react'
import { cheapestEquivalents } from '#pricing/catalog/equivalents.ts'
import type { Equivalent } from '#pricing/catalog/equivalents.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { sizeClouds } from '#pricing/catalog/finding/things.ts'
import type { ComputeTerm } from '#pricing/catalog/types.ts'
import { printPercent } from '#shared/money/index.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { Table } from '#renderer/ui/table.tsx'
import type { TableCell, TableColumn, TableSource } from '#renderer/ui/table-types.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { addAsRow } from './actions.ts'
import { PriceDetail } from './detail.tsx'
import { EquivalentsForm } from './equivalents-form.tsx'
import { usePricePrinter } from './printing.ts'
import type { PricePrinter } from './printing.ts'
import { gpuText } from '#renderer/workspace/machine-parts.ts'
import { chipName, priceRow, shortCloudNames, termNames } from './row.ts'
import { changePrices, usePrices } from './state.ts'
import type { Against } from './state.ts'

const columns: readonly TableColumn[] = [
  { id: 'size', label: 'Size', width: 160, pinned: true },
  { id: 'hour', label: 'An hour', width: 96, numeric: true },
  { id: 'region', label: 'Region', width: 124 },
  { id: 'month', label: 'A month', width: 100, numeric: true },
  { id: 'cloud', label: 'Cloud', width: 70 },
  { id: 'difference', label: 'Difference', width: 104, numeric: true, tip: 'Against what is compared with, else against the cheapest' },
  { id: 'place', label: 'Where', width: 190 },
  { id: 'vcpu', label: 'vCPU', width: 64, numeric: true },
  { id: 'memory', label: 'Memory', width: 80, numeric: true },
  { id: 'gpus', label: 'GPU', width: 104 },
  { id: 'architecture', label: 'Chip', width: 62 },
]

/** The cheapest machine that would do, in each region of each cloud. */
export function Equivalents({ list }: { readonly list: PriceList }) {
  const shape = usePrices((state) => state.shape)
  const options = usePrices((state) => state.options)
  const against = usePrices((state) => state.against)
  const chosen = usePrices((state) => state.chosen)
  const printer = usePricePrinter()
  const locale = useWorkspace((state) => state.locale)
  const found = useMemo(() => cheapestEquivalents(list, shape, options), [list, shape, options])
  const base = against === null ? (found[0]?.hourly ?? NaN) : priceOf(list, against, options.term)
  const source = useMemo(() => sourceOf(found, base, printer, locale), [found, base, printer, locale])
  const row = chosen?.list === list ? priceRow(list, chosen.row) : null
  const open = (at: number) => {
    const equivalent = found[at]
    const opened = equivalent === undefined ? null : priceRow(list, equivalent.row)
    if (opened !== null) void addAsRow(opened)
  }
  return (
    <div className="prices-all">
      <EquivalentsForm list={list} />
      <div className="prices-found">
        <Compared against={against} base={base} term={options.term} printer={printer} count={found.length} />
        <div className="prices-table">
          <Table
            label="Cheapest equivalents"
            columns={columns}
            source={source}
            onRow={(at) => {
              const equivalent = found[at]
              if (equivalent !== undefined) changePrices({ chosen: { list, row: equivalent.row } })
            }}
            onOpen={open}
          />
          {found.length === 0 && (
            <p className="prices-nothing">
              {`No size of the book has all of this with a price for ${termNames[options.term]}. Ask for less, or for another part of the world, architecture or payment.`}
            </p>
          )}
        </div>
        {row !== null && row.thing.size !== null && <PriceDetail list={list} row={row} printer={printer} />}
      </div>
    </div>
  )
}

function priceOf(list: PriceList, against: Against, term: ComputeTerm): number {
  const cloud = sizeClouds.find((one) => one === against.cloud)
  return cloud === undefined ? NaN : list.book.hourly(cloud, against.name, against.region, term)
}

type ComparedProps = {
  readonly against: Against | null
  readonly base: number
  readonly term: ComputeTerm
  readonly printer: PricePrinter
  readonly count: number
}

function Compared({ against, base, term, printer, count }: ComparedProps) {
  const price = Number.isNaN(base) ? `${NOT_KNOWN} (not in the book)` : `${printer.price(base)} an hour`
  return (
    <div className="prices-compared" role="status">
      <span className="prices-count">{`${printer.print.number(count)} ${count === 1 ? 'region has' : 'regions have'} such a size`}</span>
      {against !== null && (
        <>
          <span>
            Compared with <strong>{against.name}</strong> in {against.region}, {termNames[term]}: {price}
          </span>
          <IconButton label="Compare with the cheapest" onClick={() => changePrices({ against: null })}>
            <X />
          </IconButton>
        </>
      )}
    </div>
  )
}

function sourceOf(found: readonly Equivalent[], base: number, printer: PricePrinter, locale: string): TableSource {
  return {
    count: found.length,
    rowAt: (position) => position,
    cell: (row, column) => {
      const equivalent = found[row]
      return equivalent === undefined ? { text: '' } : cell(equivalent, column, base, printer, locale)
    },
  }
}

function cell(equivalent: Equivalent, column: string, base: number, printer: PricePrinter, locale: string): TableCell {
  const { size, place, hourly } = equivalent
  switch (column) {
    case 'size':
      return { text: size.size }
    case 'cloud':
      return { text: shortCloudNames[size.cloud] }
    case 'region':
      return { text: place.code }
    case 'place':
      return { text: place.name, tone: 'muted' }
    case 'vcpu':
      return { text: printer.print.number(size.vcpu), value: size.vcpu }
    case 'memory':
      return { text: `${printer.print.number(size.memoryGib)} GiB`, value: size.memoryGib }
    case 'gpus':
      return { text: gpuText(size, printer.print.number) }
    case 'architecture':
      return { text: chipName(size) }
    case 'hour':
      return { text: printer.price(hourly), value: hourly * printer.perUsd }
    case 'month':
      return { text: printer.money(hourly * printer.month), value: hourly * printer.month * printer.perUsd }
    default:
      return difference(hourly / base - 1, locale)
  }
}

function difference(ratio: number, locale: string): TableCell {
  if (!Number.isFinite(ratio))
    return { text: NOT_KNOWN, value: NaN, tone: 'unknown', tip: 'The book has no price of what this is compared with.' }
  const text = printPercent(ratio, locale)
  return { text: ratio > 0 ? `+${text}` : text, value: ratio, tone: ratio < 0 ? 'good' : ratio > 0 ? 'bad' : 'muted' }
}
