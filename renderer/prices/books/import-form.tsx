import { useRef, useState } from 'react'
import type { ImportProgress } from '#pricing/catalog/library.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, TextInput } from '#renderer/ui/field.tsx'
import { told } from '#renderer/ui/told.ts'
import { bookIdOf, bundledBytes, bytesOf, useInstalledBooks } from '#renderer/workspace/books.ts'
import { supplies, useWorkspace } from '#renderer/workspace/store.ts'
import { keepImported } from './keep-imported.ts'
import type { Kept } from './keep-imported.ts'
import { ImportOutcome } from './report.tsx'
import { bookName, isBook, runImport } from './run-import.ts'
import type { Importing } from './run-import.ts'

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly importing: Importing; readonly progress: ImportProgress | null }
  | Kept

/** Reads price lists from files into a book of their own, on top of the workbook's book or alone. */
export function ImportForm() {
  const [files, setFiles] = useState<readonly File[]>([])
  const [name, setName] = useState('')
  const [onTop, setOnTop] = useState(true)
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const picker = useRef<HTMLInputElement>(null)
  const installed = useInstalledBooks()
  const base = useWorkspace((state) => state.book?.id ?? '')
  const isTaken = installed?.some(({ id }) => id === name) === true
  const pinned = useWorkspace((state) => (state.workbook === null ? null : bookIdOf(state.workbook)))
  const waits = name === pinned && !isTaken

  function choose(chosen: readonly File[]): void {
    setFiles(chosen)
    setName(chosen.length === 0 ? '' : bookName(chosen, supplies().today()))
    setPhase({ kind: 'idle' })
  }

  async function start(): Promise<void> {
    try {
      const machines = bundledBytes()
      if (machines === null) throw new Error('The price books of this machine are not open.')
      const under = onTop && !waits ? await bytesOf(base) : null
      const options = { id: name, asOf: supplies().today(), source: 'import' as const, base: under, machines }
      const importing = runImport({ files, options }, (progress) =>
        setPhase((now) => (now.kind === 'running' ? { ...now, progress } : now)),
      )
      setPhase({ kind: 'running', importing, progress: null })
      const outcome = await importing.outcome
      const kept = isBook(outcome) ? await keepImported(outcome) : { kind: 'refused' as const, refusal: outcome }
      // What was imported needs no form any more, least of all one that says its name is taken.
      if (kept.kind === 'done') setFiles([])
      setPhase(kept)
    } catch (fault) {
      setPhase({
        kind: 'refused',
        refusal: { message: fault instanceof Error ? fault.message : 'It could not be read.', fix: 'Nothing was kept.' },
      })
    }
  }

  const running = phase.kind === 'running'
  return (
    <section className="books-part" aria-label="Import prices">
      <h3 className="books-heading">Import prices</h3>
      <p className="prices-small">
        Our CSV, an AWS offer file (CSV or JSON), answers of the Azure Retail Prices API or Google’s SKU list, or a book of another machine.
        Nothing leaves this machine.
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Price lists"
        accept=".csv,.json,.book"
        onChange={(event) => {
          choose([...(event.target.files ?? [])])
          // The same file, mended, can be chosen again.
          event.target.value = ''
        }}
      />
      <div className="books-line">
        <Button onClick={() => picker.current?.click()} disabled={running}>
          Choose files…
        </Button>
        <span>{files.map((file) => file.name).join(', ')}</span>
      </div>
      {files.length > 0 && (
        <form
          className="books-form"
          onSubmit={(event) => {
            event.preventDefault()
            void start()
          }}
        >
          <Field
            label="Name of the new book"
            {...(isTaken ? { problem: 'A book of this name is here already, and workbooks may rely on it. Choose another name.' } : {})}
          >
            {(ids) => <TextInput {...ids} value={name} disabled={running} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <label className="prices-check">
            <input type="checkbox" checked={onTop} disabled={running} onChange={() => setOnTop(!onTop)} />
            {`What the files do not price stays as in ${base}`}
          </label>
          <div className="books-line">
            <Button kind="primary" type="submit" disabled={running || isTaken || name === ''}>
              Import
            </Button>
            {phase.kind === 'running' && (
              <Button
                onClick={() => {
                  phase.importing.stop()
                  setPhase({ kind: 'idle' })
                }}
              >
                Cancel
              </Button>
            )}
          </div>
        </form>
      )}
      {phase.kind === 'running' && <Progress progress={phase.progress} />}
      {phase.kind === 'refused' && (
        <p className="books-refused" role="alert">
          {told(phase.refusal)}
        </p>
      )}
      {phase.kind === 'done' && <ImportOutcome id={phase.id} count={phase.count} report={phase.report} />}
    </section>
  )
}

function Progress({ progress }: { readonly progress: ImportProgress | null }) {
  const locale = useWorkspace((state) => state.locale)
  const number = (value: number): string => value.toLocaleString(locale)
  return (
    <div className="books-progress" role="status">
      <progress
        aria-label="Read"
        {...(progress?.size === null || progress === null ? {} : { value: progress.read, max: Math.max(1, progress.size) })}
      />
      <span>
        {progress === null
          ? 'Reading…'
          : `${progress.input}: ${number(progress.understood)} of ${number(progress.records)} records understood`}
      </span>
    </div>
  )
}
