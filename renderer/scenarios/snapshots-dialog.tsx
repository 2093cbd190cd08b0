import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { deleteSnapshot, describeSnapshot, restoreSnapshot } from '#shared/commands/snapshots.ts'
import { rows } from '#shared/document/rows.ts'
import type { SavedState, Workbook } from '#shared/document/types.ts'
import { printMoney } from '#shared/money/index.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Field, TextInput } from '#renderer/ui/field.tsx'
import { LEAVES_OUT, NOT_KNOWN } from '#renderer/ui/known.ts'
import { askForSnapshot } from '#renderer/workspace/designs.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { showPage } from '#renderer/workspace/page.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { takeNow } from './actions.ts'
import './snapshots-dialog.css'

/** The states of the document that were kept: taken, looked at beside what is now, gone back to. */
export function SnapshotsDialog({ document, onClose }: { readonly document: Workbook; readonly onClose: () => void }) {
  const snapshots = rows(document.snapshots).toReversed()
  return (
    <Dialog title="Snapshots" onClose={onClose} size="large">
      <Taking />
      {snapshots.length === 0 ? (
        <p className="snapshots-none">
          No snapshot yet. A snapshot keeps the whole workbook as it is now, with its scenarios: to be compared with later, or gone back to.
        </p>
      ) : (
        <ul className="snapshots" aria-label="Snapshots">
          {snapshots.map((snapshot) => (
            <Snapshot key={snapshot.id} snapshot={snapshot} onClose={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Taking() {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (takeNow(name, note) !== null) return
    setName('')
    setNote('')
  }
  return (
    <form className="snapshots-taking" onSubmit={submit}>
      <Field label="Name of a new snapshot">
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            maxLength={200}
            placeholder="As sent to the review"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Note">
        {(ids) => <TextInput {...ids} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Button type="submit" kind="primary">
        Take a snapshot
      </Button>
    </form>
  )
}

function Snapshot({ snapshot, onClose }: { readonly snapshot: SavedState; readonly onClose: () => void }) {
  const { id, name, note, at, total } = snapshot
  const locale = useWorkspace((state) => state.locale)
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const compare = () => {
    askForSnapshot(id)
    showPage('compare')
    onClose()
  }
  const restore = () => {
    if (edit(restoreSnapshot, { id }) === null) onClose()
  }
  return (
    <li className="snapshot" aria-label={name}>
      <div className="snapshot-words">
        <DraftInput
          label={`Name of ${name}`}
          className="snapshot-name"
          text={name}
          commit={(typed) => edit(describeSnapshot, { id, name: typed })}
        />
        <DraftInput
          label={`Note on ${name}`}
          text={note}
          placeholder="note"
          commit={(typed) => edit(describeSnapshot, { id, note: typed })}
        />
      </div>
      <p className="snapshot-facts">
        <span className="snapshot-total" data-value={total?.monthly}>
          {totalText(total, locale)}
        </span>
        <time dateTime={at}>{dateText(at, when)}</time>
      </p>
      <div className="snapshot-acts">
        <Button onClick={compare}>Compare with now</Button>
        <Button onClick={restore}>Go back to it</Button>
        <IconButton label={`Delete ${name}`} onClick={() => edit(deleteSnapshot, { id })}>
          <Trash2 />
        </IconButton>
      </div>
    </li>
  )
}

function totalText(total: SavedState['total'], locale: string): string {
  if (total === null || (total.monthly === 0 && total.unknown > 0)) return NOT_KNOWN
  return `${printMoney(total.monthly, total.currency, locale)}${total.unknown > 0 ? LEAVES_OUT : ''}`
}

/** A date that a file was given by hand may be none. */
function dateText(at: string, when: Intl.DateTimeFormat): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? at : when.format(date)
}
