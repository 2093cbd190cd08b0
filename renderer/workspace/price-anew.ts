import { bookFor } from './books.ts'
import { figuresAnew, rememberTotal } from './edit.ts'
import { workspace } from './store.ts'

/** Prices the open workbook again, after a book it names has come to this machine or gone from it. */
export function priceAnew(): void {
  const { document, scenario, workbook } = workspace.getState()
  if (document === null || workbook === null) return
  // Figures kept of other scenarios belong to the book of before, and are not taken for those of this one.
  workspace.setState({ book: bookFor(workbook) })
  rememberTotal(document.id, null)
  workspace.setState(figuresAnew(document, scenario))
}
