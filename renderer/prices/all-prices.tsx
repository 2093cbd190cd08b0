import { Search } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { everything } from '#pricing/catalog/finding/filter.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Table } from '#renderer/ui/table.tsx'
import type { TableHandle } from '#renderer/ui/table-types.ts'
import { addAsRow } from './actions.ts'
import { priceColumns } from './columns.ts'
import { PriceDetail } from './detail.tsx'
import { Filters } from './filters.tsx'
import { isFiltered, loosenings } from './loosen.ts'
import { usePricePrinter } from './printing.ts'
import { priceRow } from './row.ts'
import { changePrices, prices, usePrices } from './state.ts'
import { useFound } from './use-found.ts'

/** Every price of the book: search, filters, the table, and the chosen price below. */
export function AllPrices({ list }: { readonly list: PriceList }) {
  const text = usePrices((state) => state.text)
  const filter = usePrices((state) => state.filter)
  const chosen = usePrices((state) => state.chosen)
  const printer = usePricePrinter()
  const source = useFound(list, text, filter, printer)
  const columns = useMemo(() => priceColumns(printer.currency), [printer.currency])
  const table = useRef<TableHandle>(null)
  const row = chosen?.list === list ? priceRow(list, chosen.row) : null

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      changePrices({ text: '' })
    }
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    table.current?.focus()
  }
  return (
    <div className="prices-all">
      <Filters list={list} printer={printer} />
      <div className="prices-found">
        <div className="prices-search" role="search">
          <Search className="prices-search-icon" aria-hidden />
          <input
            className="prices-search-input"
            type="search"
            aria-label="Search prices"
            placeholder="m5.xlarge frankfurt, nat gateway ireland, 8 vcpu 32 gb arm, a100…"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={text}
            onChange={(event) => changePrices({ text: event.target.value, chosen: null })}
            onKeyDown={keyDown}
          />
          <span className="prices-count" role="status">
            {`${printer.print.number(source.count)} found`}
          </span>
        </div>
        <div className="prices-table">
          <Table
            ref={table}
            label="Prices"
            columns={columns}
            source={source}
            sort={prices.getState().sort}
            onSort={(sort) => changePrices({ sort })}
            onRow={(at) => changePrices({ chosen: { list, row: at } })}
            onOpen={(at) => {
              const opened = priceRow(list, at)
              if (opened !== null) void addAsRow(opened)
            }}
          />
          {source.count === 0 && <NothingFound list={list} />}
        </div>
        {row === null ? (
          <p className="prices-detail prices-small">Choose a price to see where it comes from and to use it. Enter adds it as a row.</p>
        ) : (
          <PriceDetail list={list} row={row} printer={printer} />
        )}
      </div>
    </div>
  )
}

/** What was asked for too narrowly, and what each part left out would show. */
function NothingFound({ list }: { readonly list: PriceList }) {
  const text = usePrices((state) => state.text)
  const filter = usePrices((state) => state.filter)
  const ways = useMemo(() => loosenings(list, text, filter).slice(0, 6), [list, text, filter])
  const printer = usePricePrinter()
  if (list.rows === 0) return <p className="prices-nothing">This price book holds no prices. Import one under “Price books”.</p>
  return (
    <div className="prices-nothing" role="group" aria-label="Nothing found">
      <p>
        {ways.length > 0
          ? 'No price is all of this. Search for:'
          : 'No price is called so. Try a size such as t3.medium, or a service such as S3.'}
      </p>
      <div className="prices-ways">
        {ways.map((way) => (
          <Button key={way.label} onClick={() => changePrices({ text: way.text, filter: way.filter })}>
            {`${way.label} (${printer.print.number(way.count)})`}
          </Button>
        ))}
        {(text !== '' || isFiltered(filter)) && (
          <Button kind="quiet" onClick={() => changePrices({ text: '', filter: everything })}>
            Start again
          </Button>
        )}
      </div>
    </div>
  )
}
