import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { everything } from '#pricing/catalog/finding/filter.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { backToSheet, useAskedPrices } from '#renderer/workspace/page.ts'
import { usePriceList } from '#renderer/workspace/price-list.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { AllPrices } from './all-prices.tsx'
import { BooksTab } from './books/books-tab.tsx'
import { Equivalents } from './equivalents.tsx'
import { changePrices, usePrices } from './state.ts'
import type { PricesTab } from './state.ts'
import './prices.css'

const tabs: readonly { readonly id: PricesTab; readonly label: string }[] = [
  { id: 'all', label: 'All prices' },
  { id: 'equivalents', label: 'Cheapest equivalent' },
  { id: 'books', label: 'Price books' },
]

/** The prices of the open book: searched, compared, and taken into the sheet. */
export function PricesView() {
  const list = usePriceList()
  const tab = usePrices((state) => state.tab)
  useAskedPrices(showAsked)
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('dialog[open]') === null) backToSheet()
    }
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [])
  return (
    <main className="prices" aria-label="Prices">
      <PricesHead />
      <div className="prices-body" role="tabpanel" aria-label={tabs.find(({ id }) => id === tab)?.label}>
        <Tab tab={tab} list={list} />
      </div>
    </main>
  )
}

function Tab({ tab, list }: { readonly tab: PricesTab; readonly list: PriceList | null }) {
  if (tab === 'books') return <BooksTab />
  if (list === null) return <Waiting>Listing the prices…</Waiting>
  return tab === 'equivalents' ? <Equivalents list={list} /> : <AllPrices list={list} />
}

function showAsked(text: string): void {
  changePrices({ tab: 'all', text, filter: everything, chosen: null })
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <p className="prices-nothing" role="status">
      {children}
    </p>
  )
}

function PricesHead() {
  const tab = usePrices((state) => state.tab)
  const book = useWorkspace((state) => state.book)
  const locale = useWorkspace((state) => state.locale)
  const hasSheet = useWorkspace((state) => state.workbook !== null)
  return (
    <PageHead
      title="Prices"
      backLabel={hasSheet ? 'Back to the sheet' : 'Back to the start page'}
      onBack={backToSheet}
      tabs={tabs}
      tab={tab}
      onTab={(next) => changePrices({ tab: next })}
    >
      {book !== null && <span className="prices-small">{`${book.id} · ${book.asOf} · ${book.count.toLocaleString(locale)} prices`}</span>}
    </PageHead>
  )
}
