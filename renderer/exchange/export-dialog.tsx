import { useEffect } from 'react'
import { exportFormats, isExportFormat } from '#pricing/export/format-list.ts'
import { programVersion } from '#shared/version.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, Select } from '#renderer/ui/field.tsx'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { chooseExport, closeExport, openExport, runExport, useExport } from './export-state.ts'
import type { ExportChoice } from './export-state.ts'
import type { ExportStep } from './export-worker.ts'
import './exchange.css'

/** The desktop's own where there is one. */
const version = window.desktop?.version ?? programVersion

const targets = [
  ...Object.entries(exportFormats).map(([value, { label }]) => ({ value, label })),
  ...(window.desktop === undefined ? [] : [{ value: 'pdf', label: 'PDF' }]),
]

/** The dialog of “Export…”, once it is asked for. */
export function ExportAsked() {
  useEffect(() => handleCommands({ 'file.export': { run: openExport, enabled: (state) => state.workbook !== null } }), [])
  useEffect(() => closeExport, [])
  return useExport().open ? <ExportDialog /> : null
}

function ExportDialog() {
  const { choice, step } = useExport()
  const scenarios = useWorkspace((state) => state.document?.scenarios.size ?? 0)
  const actions = (
    <>
      <Button onClick={closeExport}>{step === null ? 'Close' : 'Stop'}</Button>
      <Button kind="primary" disabled={step !== null} onClick={() => void runExport(version)}>
        Export
      </Button>
    </>
  )
  return (
    <Dialog title="Export" onClose={closeExport} actions={actions} size="small">
      <fieldset className="exchange-export" disabled={step !== null}>
        <Field label="Format" help={helpOf(choice.target)}>
          {(ids) => (
            <Select
              {...ids}
              autoFocus
              options={targets}
              value={choice.target}
              onChange={(event) => chooseExport({ target: targetOf(event.target.value) })}
            />
          )}
        </Field>
        {scenarios > 0 && (
          <Field label="What">
            {(ids) => (
              <Select
                {...ids}
                options={[
                  { value: 'shown', label: 'What the sheet shows' },
                  { value: 'all', label: `The base and ${scenarios === 1 ? 'its scenario' : `all ${String(scenarios)} scenarios`}` },
                ]}
                value={choice.scope}
                onChange={(event) => chooseExport({ scope: event.target.value === 'all' ? 'all' : 'shown' })}
              />
            )}
          </Field>
        )}
        <Options choice={choice} />
      </fieldset>
      {step !== null && <Progress step={step} />}
    </Dialog>
  )
}

function targetOf(value: string): ExportChoice['target'] {
  return isExportFormat(value) ? value : 'pdf'
}

function helpOf(target: ExportChoice['target']): string {
  return target === 'pdf' ? 'The whole report with its chart, page by page.' : exportFormats[target].help
}

function Options({ choice }: { readonly choice: ExportChoice }) {
  if (choice.target === 'csv') return <CsvOptions choice={choice} />
  if (choice.target !== 'html' && choice.target !== 'pdf') return null
  return (
    <Field label="Paper" {...(window.desktop === undefined ? { help: 'For a PDF open the file and print it.' } : {})}>
      {(ids) => (
        <Select
          {...ids}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          value={choice.paper}
          onChange={(event) => chooseExport({ paper: event.target.value === 'Letter' ? 'Letter' : 'A4' })}
        />
      )}
    </Field>
  )
}

function CsvOptions({ choice }: { readonly choice: ExportChoice }) {
  return (
    <>
      <Field label="Columns">
        {(ids) => (
          <Select
            {...ids}
            options={[
              { value: 'shown', label: 'Those on the sheet' },
              { value: 'all', label: 'All, with every input' },
            ]}
            value={choice.columns}
            onChange={(event) => chooseExport({ columns: event.target.value === 'all' ? 'all' : 'shown' })}
          />
        )}
      </Field>
      <Field label="Written for">
        {(ids) => (
          <Select
            {...ids}
            options={[
              { value: 'locale', label: 'My spreadsheet' },
              { value: 'plain', label: 'Programs (commas and points)' },
            ]}
            value={choice.csv}
            onChange={(event) => chooseExport(event.target.value === 'plain' ? { csv: 'plain', bom: false } : { csv: 'locale', bom: true })}
          />
        )}
      </Field>
      <label className="exchange-check">
        <input type="checkbox" checked={choice.bom} onChange={() => chooseExport({ bom: !choice.bom })} /> Byte order mark, for Excel
      </label>
      <label className="exchange-check">
        <input type="checkbox" checked={choice.about} onChange={() => chooseExport({ about: !choice.about })} /> What the figures rest on,
        behind the table
      </label>
    </>
  )
}

function Progress({ step }: { readonly step: ExportStep }) {
  return (
    <p className="exchange-progress" role="status">
      <progress value={step.done} max={step.of} aria-label="Export" /> {step.now}…
    </p>
  )
}
