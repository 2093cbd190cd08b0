import { useStore } from 'zustand'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { question } from './question.ts'

/** Shown while a pasted block has more rows than there are under the active cell. */
export function PasteQuestion() {
  const { rows, answer } = useStore(question)
  if (answer === null) return null
  const what = rows === 1 ? 'one more row' : `${String(rows)} more rows`
  return (
    <Dialog
      title="Add rows for the pasted block?"
      size="small"
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button onClick={() => answer('cancel')}>Cancel</Button>
          <Button onClick={() => answer('fit')}>Paste what fits</Button>
          <Button kind="primary" onClick={() => answer('add')}>
            Add rows
          </Button>
        </>
      }
    >
      <p>
        The block has {what} than the sheet. They can be added at the end as flat-rate rows, unless the block itself says which service each
        one is.
      </p>
    </Dialog>
  )
}
