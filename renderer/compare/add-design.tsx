import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { messages } from '#shared/messages/messages.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { fetchBookOf } from '#renderer/workspace/books.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { supplies } from '#renderer/workspace/store.ts'
import { designKey, designName, designsOf } from './designs.ts'
import type { Design, OtherSource } from './designs.ts'
import { snapshotSource } from './snapshots.ts'
import { addDesign, useCompare } from './state.ts'

/** Asks for a workbook file; null: nobody chose one, or it could not be read, which has been said. */
export type PickWorkbook = () => Promise<{ readonly name: string; readonly workbook: Workbook } | null>

type Props = { readonly document: Workbook; readonly pick: PickWorkbook; readonly onClose: () => void }

/** What else can stand beside the designs: other scenarios, other workbooks of this machine, a file. */
export function AddDesign({ document, pick, onClose }: Props) {
  const [source, setSource] = useState<OtherSource | null>(null)
  const take = (design: Design) => {
    addDesign(design)
    onClose()
  }
  const look = async (find: () => Promise<OtherSource | null>) => {
    const found = await find()
    if (found === null) return
    await fetchBookOf(found.document)
    const [only, ...more] = designsOf(found.document, found)
    if (only !== undefined && more.length === 0) take(only)
    else setSource(found)
  }
  return (
    <Dialog title="Add a design" onClose={onClose} size="medium">
      <div className="compare-add">
        {source === null ? (
          <>
            <Choices heading="This workbook" designs={designsOf(document, null)} document={document} take={take} />
            <Snapshots document={document} open={(id) => void look(() => Promise.resolve(snapshotSource(document, id)))} />
            <KeptWorkbooks document={document} open={(summary) => void look(() => kept(summary))} />
            <Button icon={<FolderOpen />} onClick={() => void look(() => fromFile(pick))}>
              From a file…
            </Button>
          </>
        ) : (
          <Choices heading={source.name} designs={designsOf(source.document, source)} document={document} take={take} />
        )}
      </div>
    </Dialog>
  )
}

type ChoicesProps = {
  readonly heading: string
  readonly designs: readonly Design[]
  readonly document: Workbook
  readonly take: (design: Design) => void
}

function Choices({ heading, designs, document, take }: ChoicesProps) {
  const chosen = useCompare((state) => state.designs)
  const left = designs.filter((design) => !chosen.some((one) => designKey(one) === designKey(design)))
  return (
    <section aria-label={heading}>
      <h3 className="compare-add-heading">{heading}</h3>
      {left.length === 0 && <p className="compare-small">All of its designs are compared already.</p>}
      <ul>
        {left.map((design) => (
          <li key={designKey(design)}>
            <Choice onChoose={() => take(design)}>
              {design.scenario === null
                ? 'Base'
                : designName({ ...design, kind: 'own' }, design.kind === 'own' ? document : design.source.document)}
            </Choice>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Snapshots({ document, open }: { readonly document: Workbook; readonly open: (id: Id) => void }) {
  const snapshots = rows(document.snapshots).toReversed()
  if (snapshots.length === 0) return null
  return (
    <section aria-label="Snapshots">
      <h3 className="compare-add-heading">Snapshots</h3>
      <ul className="compare-add-kept">
        {snapshots.map(({ id, name, at }) => (
          <li key={id}>
            <Choice onChoose={() => open(id)}>
              {name} <span className="compare-small">{at.slice(0, 10)}</span>
            </Choice>
          </li>
        ))}
      </ul>
    </section>
  )
}

function KeptWorkbooks({ document, open }: { readonly document: Workbook; readonly open: (summary: WorkbookSummary) => void }) {
  const [recent, setRecent] = useState<readonly WorkbookSummary[]>([])
  useEffect(() => {
    let over = false
    const show = (found: readonly WorkbookSummary[]) => {
      if (!over) setRecent(found.filter(({ id }) => id !== document.id))
    }
    supplies()
      .storage.list()
      .then(show, (fault: unknown) => notify({ kind: 'fault', ...messages.cannotOpen(fault) }))
    return () => {
      over = true
    }
  }, [document.id])
  if (recent.length === 0) return null
  return (
    <section aria-label="Other workbooks">
      <h3 className="compare-add-heading">Other workbooks</h3>
      <ul className="compare-add-kept">
        {recent.map((summary) => (
          <li key={summary.id}>
            <Choice onChoose={() => open(summary)}>{summary.name}</Choice>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function kept({ id, name }: WorkbookSummary): Promise<OtherSource | null> {
  try {
    return { key: `kept ${id}`, name, document: await supplies().storage.peek(id) }
  } catch (fault) {
    notify({ kind: 'fault', ...messages.cannotOpen(fault) })
    return null
  }
}

async function fromFile(pick: PickWorkbook): Promise<OtherSource | null> {
  const picked = await pick()
  return picked === null ? null : { key: `file ${picked.name} ${supplies().newId()}`, name: picked.name, document: picked.workbook }
}
