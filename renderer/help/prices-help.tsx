import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'
import './help.css'

export function PricesHelp({ onClose }: { readonly onClose: () => void }) {
  const book = useWorkspace((state) => state.book)
  const locale = useWorkspace((state) => state.locale)
  const adjustments = useWorkspace((state) => state.workbook?.settings.get('settings')?.priceBook.adjustments)
  if (book === null) return null
  return (
    <Dialog title="Where the prices come from" onClose={onClose}>
      <p>
        Prices are list prices in US dollars, collected from the vendors’ own price lists and from public extracts of them. Each keeps its
        SKU, its date and its source: select a row and follow “How this figure is made” in the inspector.
      </p>
      <dl className="help-facts">
        <dt>Price book</dt>
        <dd>{book.id}</dd>
        <dt>As of</dt>
        <dd>{book.asOf}</dd>
        <dt>Prices</dt>
        <dd>{book.count.toLocaleString(locale)}</dd>
        <dt>Checksum</dt>
        <dd>
          <code className="help-hash">{book.hash}</code>
        </dd>
      </dl>
      {adjustments !== undefined && adjustments.length > 0 && (
        <>
          <p>This workbook adjusts them:</p>
          <ul className="help-list">
            {adjustments.map(({ match, percent, note }) => (
              <li key={match}>
                <code>{match}</code> {percent > 0 ? '+' : '−'}
                {Math.abs(percent)} % {note}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="help-small">
        A price the book does not hold is shown as unknown and counted beside every total it touches. It is never taken for zero.
      </p>
    </Dialog>
  )
}
