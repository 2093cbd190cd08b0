import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { settingsOf } from '#shared/document/empty.ts'
import { isAnother } from '#shared/document/merge/another.ts'
import type { Workbook } from '#shared/document/types.ts'
import { messages } from '#shared/messages/messages.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { fetchBookOf } from '#renderer/workspace/books.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { refreshRecent } from '#renderer/workspace/open.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'
import { AnotherWorkbook } from './another-workbook.tsx'
import { readCopy } from './copies.ts'
import type { Copy } from './copies.ts'
import { MergeCopy } from './merge-copy.tsx'
import './merge.css'

/** Asks for a workbook file; null: nobody chose one, or it could not be read, which has been said. */
export type PickText = () => Promise<{ readonly name: string; readonly text: string } | null>

type Props = { readonly document: Workbook; readonly pick: PickText; readonly onClose: () => void }

/** Another copy of the open workbook made one with it: which one, what both were made from, and what stands where both changed a cell. */
export function MergeDialog({ document, pick, onClose }: Props) {
  const [copy, setCopy] = useState<Copy | null>(null)
  const [isMeant, setMeant] = useState(false)
  const choose = async () => {
    const picked = await pick()
    return picked === null ? null : readCopy(picked.name, picked.text)
  }
  const take = async (find: () => Promise<Copy | null>) => {
    const found = await find()
    if (found === null) return
    await fetchBookOf(found.workbook)
    setCopy(found)
  }
  if (copy !== null && !isMeant && isAnother(document, copy.workbook, copy.made))
    return (
      <AnotherWorkbook
        own={settingsOf(document).name}
        other={copy.name}
        onAnother={() => setCopy(null)}
        onMerge={() => setMeant(true)}
        onClose={onClose}
      />
    )
  if (copy !== null) return <MergeCopy document={document} other={copy} choose={choose} onClose={onClose} />
  return (
    <Dialog title="Merge another copy" onClose={onClose} size="medium">
      <div className="merge-choose">
        <p className="merge-hint">
          What only one of the copies changed is taken over. Where both changed a cell, you choose. Nothing happens before you have seen it.
        </p>
        <KeptWorkbooks document={document} take={(summary) => void take(() => kept(summary))} />
        <Button icon={<FolderOpen />} onClick={() => void take(choose)}>
          From a file…
        </Button>
      </div>
    </Dialog>
  )
}

function KeptWorkbooks({ document, take }: { readonly document: Workbook; readonly take: (summary: WorkbookSummary) => void }) {
  const recent = useWorkspace((state) => state.recent).filter(({ id }) => id !== document.id)
  useEffect(() => void refreshRecent(), [])
  if (recent.length === 0) return null
  return (
    <section aria-label="Other workbooks">
      <h3 className="merge-heading">Kept on this machine</h3>
      <ul className="merge-kept">
        {recent.map((summary) => (
          <li key={summary.id}>
            <Choice onChoose={() => take(summary)}>
              {summary.name} <span className="merge-when">{summary.savedAt.slice(0, 10)}</span>
            </Choice>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function kept({ id, name }: WorkbookSummary): Promise<Copy | null> {
  try {
    return { name, workbook: await supplies().storage.peek(id), made: new Set() }
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotOpen(fault) })
    return null
  }
}
