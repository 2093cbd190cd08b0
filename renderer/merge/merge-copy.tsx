import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { mergeChanges, mergeCopy } from '#shared/commands/merge.ts'
import { notesOf } from '#shared/commands/merge-notes.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import { isAnother } from '#shared/document/merge/another.ts'
import type { Conflict, MergeNote, Side } from '#shared/document/merge/types.ts'
import type { Workbook } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, Select } from '#renderer/ui/field.tsx'
import { useUnsaved } from '#renderer/ui/use-unsaved.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { fileTextOf } from '#renderer/workspace/open.ts'
import { ConflictTable } from './conflict-table.tsx'
import { possibleBases, sureBase } from './copies.ts'
import type { Base, Copy } from './copies.ts'
import { countsText } from './counts-text.ts'
import { TotalPreview } from './total-preview.tsx'

type Props = {
  readonly document: Workbook
  readonly other: Copy
  /** Asks for a file. */
  readonly choose: () => Promise<Copy | null>
  readonly onClose: () => void
}

const FORM = 'merge-form'

/** The conflicts of one merge and what comes of them; everything is taken over in one step. */
export function MergeCopy({ document, other, choose, onClose }: Props) {
  const possible = useMemo(() => possibleBases(document, other.workbook, fileTextOf(document.id)), [document, other])
  const [chosen, setChosen] = useState<Base | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const base = chosen ?? sureBase(possible)
  // A choice is seen at once; what comes of it follows when the document is made anew.
  const merge = useMerge(document, other, base, useDeferredValue(choices))
  const { merged, notes, changes } = merge
  const unsaved = useUnsaved(choices.size === 0 ? null : 'What you chose here is not merged yet.')
  const takeBase = (next: Base) => {
    setChosen(next)
    setChoices(new Map())
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const args = { ...merge.input, theirs: other.workbook, choices: (key: string): Side => choices.get(key) ?? 'ours', made: merge.made }
    if (edit(mergeCopy, args) === null) onClose()
  }
  const { conflicts } = merged
  return (
    <Dialog
      title={`Merge “${other.name}”`}
      onClose={onClose}
      unsaved={unsaved}
      size="wide"
      actions={
        <>
          <TotalPreview before={document} after={merged.document} />
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} kind="primary" disabled={changes === 0}>
            Merge
          </Button>
        </>
      }
    >
      <form id={FORM} className="merge" onSubmit={submit}>
        <BaseField possible={possible} base={base} isOurs={merge.isOurs} isStrange={merge.isStrange} choose={choose} take={takeBase} />
        <p className="merge-hint" role="status">
          {countsText(changes, conflicts.length, conflicts.filter(({ key }) => choices.has(key)).length)}
        </p>
        {conflicts.length > 0 && (
          <ConflictTable
            conflicts={conflicts}
            isBaseKnown={base.copy !== null}
            choices={choices}
            take={(which: readonly Conflict[], side) => setChoices(new Map([...choices, ...which.map(({ key }) => [key, side] as const)]))}
          />
        )}
        <Notes notes={notes} />
      </form>
    </Dialog>
  )
}

function useMerge(document: Workbook, other: Copy, base: Base, choices: ReadonlyMap<string, Side>) {
  return useMemo(() => {
    const input = { base: base.copy?.workbook ?? null, ours: document, theirs: other.workbook }
    const made = new Set([...other.made, ...(base.copy?.made ?? [])])
    const merged = mergedWorkbooks(input, (key) => choices.get(key) ?? 'ours', made)
    const isOurs = input.base !== null && mergeChanges(input.base, document).length === 0
    const isStrange = input.base !== null && isAnother(document, input.base, made)
    return {
      input,
      made,
      merged,
      isOurs,
      isStrange,
      notes: notesOf(input, merged),
      changes: mergeChanges(document, merged.document).length,
    }
  }, [document, other, base, choices])
}

type BaseFieldProps = {
  readonly possible: readonly Base[]
  readonly base: Base
  /** The open workbook is still as it was there. */
  readonly isOurs: boolean
  /** It does not seem to be what the open workbook was made from. */
  readonly isStrange: boolean
  readonly choose: () => Promise<Copy | null>
  readonly take: (base: Base) => void
}

const ANOTHER = 'another'

/** What both copies were made from. Without it a deletion cannot be told from an addition, which is said. */
function BaseField({ possible, base, isOurs, isStrange, choose, take }: BaseFieldProps) {
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('select')?.focus(), [])
  const all = possible.some(({ key }) => key === base.key) ? possible : [base, ...possible]
  const pick = async (key: string) => {
    const known = all.find((one) => one.key === key)
    if (known !== undefined) return take(known)
    const copy = await choose()
    if (copy !== null) take({ key: `file ${copy.name}`, label: `The file “${copy.name}”`, copy })
  }
  const options = [...all.map(({ key, label }) => ({ value: key, label })), { value: ANOTHER, label: 'A file…' }]
  const help =
    base.copy === null
      ? 'Nothing tells what was deleted from what was added: every difference is asked about, and this workbook stands until you choose.'
      : isStrange
        ? 'This seems to be another workbook altogether: choose what this one was made from, or that it is not known.'
        : isOurs
          ? 'This workbook is still as it was then, so everything of the other copy is taken over, what it lacks included.'
          : 'What differs from it in one copy alone was changed there and is taken over.'
  return (
    <div ref={first}>
      <Field label="Both copies were made from" help={help}>
        {(ids) => <Select {...ids} options={options} value={base.key} onChange={(event) => void pick(event.target.value)} />}
      </Field>
    </div>
  )
}

function Notes({ notes }: { readonly notes: readonly MergeNote[] }) {
  if (notes.length === 0) return null
  return (
    <section aria-label="To be looked at">
      <h3 className="merge-heading">To be looked at</h3>
      <ul className="merge-notes">
        {notes.map(({ message, fix }) => (
          <li key={message}>
            {message} <span className="merge-hint">{fix}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
