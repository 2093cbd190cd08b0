import { useState } from 'react'
import type { PricedCloud, UpdateProgress } from '#pricing/catalog/library.ts'
import type { Desktop } from '#shared/desktop.ts'
import { rows } from '#shared/document/rows.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, Select, TextInput } from '#renderer/ui/field.tsx'
import { told } from '#renderer/ui/told.ts'
import { useInstalledBooks } from '#renderer/workspace/books.ts'
import { supplies, useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { cloudNames } from '../row.ts'
import { ImportOutcome } from './report.tsx'
import { beginUpdate, useUpdating } from './updating.ts'

type Asked = { readonly clouds: readonly PricedCloud[]; readonly googleKey: string; readonly where: 'used' | 'all' }

const updated: readonly PricedCloud[] = ['aws', 'azure', 'google']

/** Fetches the vendors' public prices, when asked and never otherwise. In a browser it says why that cannot be. */
export function UpdatePart() {
  return (
    <section className="books-part" aria-label="Update prices">
      <h3 className="books-heading">Update prices</h3>
      {window.desktop === undefined ? (
        <p className="prices-small">
          A web page cannot fetch the vendors’ price lists: their servers answer programs, not pages of other origins. Use the desktop app,
          or <code>skytally prices update</code> on the command line, or download the vendors’ files and import them above.
        </p>
      ) : (
        <UpdateForm desktop={window.desktop} />
      )}
    </section>
  )
}

function UpdateForm({ desktop }: { readonly desktop: Desktop }) {
  const [asked, setAsked] = useState<Asked>({ clouds: ['aws', 'azure'], googleKey: '', where: 'used' })
  const { clouds, googleKey, where } = asked
  const [name, setName] = useState(() => `update-${supplies().today()}`)
  const phase = useUpdating()
  const installed = useInstalledBooks()
  const isTaken = installed?.some(({ id }) => id === name) === true
  const lacksKey = clouds.includes('google') && googleKey.trim() === ''
  const running = phase.kind === 'running'

  const regions = where === 'used' ? usedRegions() : []

  return (
    <form
      className="books-form"
      onSubmit={(event) => {
        event.preventDefault()
        void beginUpdate(desktop, { clouds, regions, googleKey, name })
      }}
    >
      <UpdateFields {...asked} running={running} onChange={(fields) => setAsked({ ...asked, ...fields })} />
      <Field label="Name of the new book" {...(isTaken ? { problem: 'A book of this name is here already. Choose another name.' } : {})}>
        {(ids) => <TextInput {...ids} value={name} disabled={running} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="books-line">
        <Button
          kind="primary"
          type="submit"
          disabled={running || isTaken || lacksKey || clouds.length === 0 || (where === 'used' && regions.length === 0)}
        >
          Fetch prices
        </Button>
        {phase.kind === 'running' && <Button onClick={() => phase.abort.abort()}>Cancel</Button>}
      </div>
      {phase.kind === 'running' && <UpdateStatus progress={phase.progress} />}
      {phase.kind === 'refused' && (
        <p className="books-refused" role="alert">
          {told(phase.refusal)}
        </p>
      )}
      {phase.kind === 'done' && <ImportOutcome id={phase.id} count={phase.count} report={phase.report} />}
    </form>
  )
}

type UpdateFieldsProps = Asked & { readonly running: boolean; readonly onChange: (fields: Partial<Asked>) => void }

function UpdateFields({ clouds, googleKey, where, running, onChange }: UpdateFieldsProps) {
  return (
    <>
      <fieldset className="prices-clouds" disabled={running}>
        <legend className="ui-field-label">Cloud</legend>
        {updated.map((cloud) => (
          <label key={cloud} className="prices-check">
            <input
              type="checkbox"
              checked={clouds.includes(cloud)}
              onChange={() => onChange({ clouds: clouds.includes(cloud) ? clouds.filter((one) => one !== cloud) : [...clouds, cloud] })}
            />
            {cloudNames[cloud]}
          </label>
        ))}
      </fieldset>
      {clouds.includes('google') && (
        <Field
          label="Google API key"
          help="Google answers only with a key of the Cloud Billing API. It is used for this update and not kept."
        >
          {(ids) => (
            <TextInput
              {...ids}
              type="password"
              value={googleKey}
              disabled={running}
              onChange={(event) => onChange({ googleKey: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label="Regions">
        {(ids) => (
          <Select
            {...ids}
            value={where}
            disabled={running}
            options={[
              { value: 'used', label: `Those of this workbook: ${usedRegions().join(', ') || 'none'}` },
              { value: 'all', label: 'All that the book in use has (much to fetch)' },
            ]}
            onChange={(event) => onChange({ where: event.target.value === 'all' ? 'all' : 'used' })}
          />
        )}
      </Field>
    </>
  )
}

function usedRegions(): readonly string[] {
  const { workbook } = workspace.getState()
  const regions = workbook === null ? [] : rows(workbook.components).map((row) => row.region)
  return [...new Set(regions.filter((region) => region !== ''))]
}

function UpdateStatus({ progress }: { readonly progress: UpdateProgress | null }) {
  const locale = useWorkspace((state) => state.locale)
  const number = (value: number): string => value.toLocaleString(locale)
  return (
    <div className="books-progress" role="status">
      <progress
        aria-label="Lists fetched"
        {...(progress === null || progress.parts === 0 ? {} : { value: progress.part, max: progress.parts })}
      />
      <span>
        {progress === null
          ? 'Asking the vendors…'
          : (progress.waiting ??
            `${String(progress.part)} of ${String(progress.parts)} lists; ${progress.input}: ${number(progress.understood)} of ${number(progress.records)} records understood`)}
      </span>
    </div>
  )
}
