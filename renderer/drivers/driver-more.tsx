import { useState } from 'react'
import { usesOf } from '#shared/commands/references.ts'
import type { DriverFields } from '#shared/commands/drivers.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Confidence, Driver, Workbook } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { DraftArea } from '#renderer/ui/draft-area.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { selectRow } from '#renderer/workspace/selection.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { GrowthFields } from './growth-fields.tsx'
import { foldedSummary, driverUseText } from './wording.ts'

type Props = { readonly driver: Driver; readonly set: (fields: DriverFields) => Refusal | null }

const CONFIDENCES: readonly { readonly value: Confidence | ''; readonly label: string }[] = [
  { value: '', label: 'Not said' },
  { value: 'known', label: 'Known' },
  { value: 'assumed', label: 'Assumed' },
  { value: 'guessed', label: 'Guessed' },
]

/** How sure the number is, its range and growth, a note, and where it is used; folded away until wanted. */
export function DriverMore({ driver, set }: Props) {
  const [open, setOpen] = useState(false)
  const locale = useWorkspace((state) => state.locale)
  return (
    <details className="driver-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="ui-hidden">{driver.name}: </span>
        {foldedSummary(driver, locale)}
      </summary>
      {open && <Folded driver={driver} set={set} />}
    </details>
  )
}

function Folded({ driver, set }: Props) {
  const { name } = driver
  return (
    <div className="driver-folded">
      <label className="driver-field">
        <span>How sure</span>
        <Select
          aria-label={`How sure ${name} is`}
          options={CONFIDENCES}
          value={driver.confidence ?? ''}
          onChange={(event) => set({ confidence: CONFIDENCES.find((one) => one.value === event.target.value)?.value ?? '' })}
        />
      </label>
      <Range label="Low" name={`Low of ${name}`} text={driver.low} commit={(low) => set({ low })} />
      <Range label="High" name={`High of ${name}`} text={driver.high} commit={(high) => set({ high })} />
      <GrowthFields driver={driver} commit={(growth) => set({ growth })} />
      <DraftArea
        label={`Note on ${name}`}
        text={driver.note ?? ''}
        placeholder="Where the number comes from"
        commit={(note) => set({ note })}
      />
      <Uses driver={driver} />
    </div>
  )
}

type RangeProps = {
  readonly label: string
  readonly name: string
  readonly text: string | undefined
  readonly commit: (text: string) => Refusal | null
}

function Range({ label, name, text, commit }: RangeProps) {
  return (
    <div className="driver-field">
      <span aria-hidden="true">{label}</span>
      <FormulaField label={name} text={text ?? ''} commit={commit} />
    </div>
  )
}

/** Every formula that names the driver; a row's leads to the row. */
function Uses({ driver }: { readonly driver: Driver }) {
  const workbook = useWorkspace((state) => state.workbook)
  const services = useWorkspace((state) => state.services)
  const uses = workbook === null ? [] : usesOf(workbook, { kind: 'name', name: driver.name })
  if (uses.length === 0) return <p className="driver-uses-none">No formula uses it.</p>
  return (
    <div className="driver-uses">
      <p>Used in</p>
      <ul aria-label={`Uses of ${driver.name}`}>
        {uses.map((use) => (
          <li key={`${use.table} ${use.id} ${use.field}`}>
            {use.table === 'components' ? (
              <button type="button" className="driver-use" onClick={() => selectRow(use.id)}>
                {use.name}: {inputLabel(use.id, use.field, workbook, services)}
              </button>
            ) : (
              driverUseText(use)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function inputLabel(row: string, field: string, workbook: Workbook | null, services: ReadonlyMap<string, ServiceDeclaration>): string {
  if (field === 'purchase') return 'how it is bought'
  const service = services.get(workbook?.components.get(row)?.service ?? '')
  return service?.inputs[field]?.label ?? field
}
