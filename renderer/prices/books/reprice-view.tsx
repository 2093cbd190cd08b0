import { useEffect, useMemo, useState } from 'react'
import { setPriceBook } from '#shared/commands/settings.ts'
import { repriceWorkbook } from '#pricing/analysis/reprice.ts'
import type { Repricing } from '#pricing/catalog/library.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { bookFor, openBookOf } from '#renderer/workspace/books.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { repriceColumns, repriceSource } from './reprice-table.ts'

type Priced =
  | { readonly kind: 'pricing' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'done'; readonly book: PriceBook; readonly repricing: Repricing }

/** The open workbook priced with another book, row by row, before anything is changed. */
export function RepriceView({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [priced, setPriced] = useState<Priced>({ kind: 'pricing' })
  useEffect(() => {
    let current = true
    void priceWith(id).then((outcome) => current && setPriced(outcome))
    return () => {
      current = false
    }
  }, [id])
  return (
    <section className="books-reprice" aria-label={`Priced with ${id}`}>
      {priced.kind === 'pricing' && (
        <p className="prices-nothing" role="status">
          Pricing every row with {id}…
        </p>
      )}
      {priced.kind === 'refused' && (
        <div className="prices-nothing" role="alert">
          <p>{priced.message}</p>
          <Button onClick={onClose}>Back</Button>
        </div>
      )}
      {priced.kind === 'done' && <Moves book={priced.book} repricing={priced.repricing} onClose={onClose} />}
    </section>
  )
}

async function priceWith(id: string): Promise<Priced> {
  try {
    const book = await openBookOf(id)
    // One turn of the page's own work first, so that it says what it is doing.
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    const { workbook, services } = workspace.getState()
    if (book === null || workbook === null) return { kind: 'refused', message: `The book “${id}” is not on this machine any more.` }
    return { kind: 'done', book, repricing: repriceWorkbook(workbook, { book: bookFor(workbook), services }, { book, services }) }
  } catch (fault) {
    return { kind: 'refused', message: fault instanceof Error ? fault.message : `The book “${id}” cannot be read.` }
  }
}

type MovesProps = { readonly book: PriceBook; readonly repricing: Repricing; readonly onClose: () => void }

function Moves({ book, repricing, onClose }: MovesProps) {
  const [all, setAll] = useState(false)
  const printer = usePrinter()
  const services = useWorkspace((state) => state.services)
  const moved = useMemo(() => repricing.rows.filter((row) => row.reasons.length > 0 || row.amount !== 0), [repricing])
  const rows = all ? repricing.rows : moved
  const source = useMemo(() => repriceSource(rows, printer, services), [rows, printer, services])
  const { from, to, amount } = repricing
  const sign = amount > 0 ? '+' : ''
  return (
    <>
      <header className="books-reprice-head">
        <div>
          <h3 className="books-heading">Priced with {book.id}</h3>
          <p role="status">
            <strong data-value={from.monthly}>{printer.money(from.monthly)}</strong> a month becomes{' '}
            <strong data-value={to.monthly}>{printer.money(to.monthly)}</strong> ({sign}
            {printer.money(amount)}){unknownText(from.unknown + from.problems, to.unknown + to.problems)}; {String(moved.length)} of{' '}
            {String(repricing.rows.length)} rows move.
          </p>
        </div>
        <div className="books-line">
          <label className="prices-check">
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            Rows that stay, too
          </label>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onClick={() => {
              if (edit(setPriceBook, { id: book.id }) === null) onClose()
            }}
          >
            Switch this workbook to it
          </Button>
        </div>
      </header>
      <div className="prices-table">
        <Table label={`Rows priced with ${book.id}`} columns={repriceColumns} source={source} />
        {rows.length === 0 && <p className="prices-nothing">Nothing moves: every price this workbook uses is the same in both books.</p>}
      </div>
    </>
  )
}

/** Charges that one of the books does not price are in neither total. */
function unknownText(before: number, after: number): string {
  if (before === 0 && after === 0) return ''
  return `, without ${String(before)} unknown charges before and ${String(after)} after`
}
