import { useState } from 'react'
import type { BookInfo } from '#pricing/catalog/library.ts'
import { Button } from '#renderer/ui/button.tsx'
import { bookIdOf, isOpen, removeBook, useInstalledBooks } from '#renderer/workspace/books.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { ImportForm } from './import-form.tsx'
import { RepriceView } from './reprice-view.tsx'
import { UpdatePart } from './update-form.tsx'
import './books.css'

/** Which book prices the workbook, which books are here, and how others come here. */
export function BooksTab() {
  const [repricing, setRepricing] = useState<string | null>(null)
  if (repricing !== null) return <RepriceView id={repricing} onClose={() => setRepricing(null)} />
  return (
    <div className="books">
      <PinnedBook />
      <InstalledBooks onReprice={setRepricing} />
      <ImportForm />
      <UpdatePart />
    </div>
  )
}

function PinnedBook() {
  const book = useWorkspace((state) => state.book)
  const hasWorkbook = useWorkspace((state) => state.workbook !== null)
  const locale = useWorkspace((state) => state.locale)
  if (book === null) return null
  const isHere = isOpen(book.id)
  return (
    <section className="books-part" aria-label="The book in use">
      <h3 className="books-heading">{hasWorkbook ? 'This workbook is priced with' : 'The book in use'}</h3>
      {isHere ? (
        <dl className="books-facts">
          <dt>Book</dt>
          <dd>{book.id}</dd>
          <dt>As of</dt>
          <dd>{book.asOf}</dd>
          <dt>Prices</dt>
          <dd>{book.count.toLocaleString(locale)}</dd>
          <dt>SHA-256</dt>
          <dd>
            <code className="books-hash">{book.hash}</code>
          </dd>
        </dl>
      ) : (
        <p className="books-refused">
          The book “{book.id}”, which is not on this machine. Its prices are unknown until you import it under this name, or switch the
          workbook to a book below.
        </p>
      )}
    </section>
  )
}

function InstalledBooks({ onReprice }: { readonly onReprice: (id: string) => void }) {
  const books = useInstalledBooks()
  const locale = useWorkspace((state) => state.locale)
  const pinned = useWorkspace((state) => (state.workbook === null ? null : bookIdOf(state.workbook)))
  return (
    <section className="books-part" aria-label="Books on this machine">
      <h3 className="books-heading">Books on this machine</h3>
      <table className="books-table">
        <thead>
          <tr>
            <th scope="col">Book</th>
            <th scope="col">As of</th>
            <th scope="col" className="books-number">
              Prices
            </th>
            <th scope="col">Clouds</th>
            <th scope="col">Where from</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {(books ?? []).map((book) => (
            <tr key={book.id}>
              <th scope="row">{book.id}</th>
              <td>{book.asOf}</td>
              <td className="books-number">{book.count.toLocaleString(locale)}</td>
              <td>{cloudText(book, locale)}</td>
              <td title={book.hash}>{book.source === 'bundled' ? 'comes with the program' : book.note}</td>
              <td className="books-actions">
                {pinned !== null && book.id !== pinned && <Button onClick={() => onReprice(book.id)}>Price with it…</Button>}
                {book.id === pinned && <span className="prices-small">in use</span>}
                {book.source !== 'bundled' && book.id !== pinned && <RemoveButton id={book.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cloudText({ providers }: BookInfo, locale: string): string {
  const clouds = [
    ['AWS', providers.aws],
    ['Google', providers.google],
    ['Azure', providers.azure],
  ] as const
  return clouds.flatMap(([name, count]) => (count > 0 ? [`${name} ${count.toLocaleString(locale)}`] : [])).join(' · ')
}

/** Asks once more: other workbooks may be priced with the book. */
function RemoveButton({ id }: { readonly id: string }) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button kind="quiet" onClick={() => setAsked(true)}>
        Remove
      </Button>
    )
  return (
    <Button
      kind="danger"
      title="Workbooks priced with it will have no prices until it is imported again."
      onClick={() => void removeBook(id)}
    >
      Really remove
    </Button>
  )
}
