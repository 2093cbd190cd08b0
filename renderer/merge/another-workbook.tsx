import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

type Props = {
  /** What the open workbook and the other one are called. */
  readonly own: string
  readonly other: string
  readonly onAnother: () => void
  readonly onMerge: () => void
  readonly onClose: () => void
}

/** Asked where the chosen file does not seem to be a copy: its rows would take the place of all that is here. */
export function AnotherWorkbook({ own, other, onAnother, onMerge, onClose }: Props) {
  const actions = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button onClick={onMerge}>Merge it all the same</Button>
      <Button kind="primary" onClick={onAnother}>
        Choose another copy
      </Button>
    </>
  )
  return (
    <Dialog title={`Is “${other}” a copy of “${own}”?`} onClose={onClose} size="medium" actions={actions}>
      <p>It seems to be another workbook altogether: neither its id nor half of its rows, drivers and scenarios are the same.</p>
      <p className="merge-hint">Merged, its rows come into this workbook, and what it lacks may be taken for deleted.</p>
    </Dialog>
  )
}
