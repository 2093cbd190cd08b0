import { useMemo } from 'react'
import { chipsOf, shapeOf } from '#pricing/catalog/equivalents.ts'
import type { Shape } from '#pricing/catalog/equivalents.ts'
import { geographies } from '#pricing/catalog/finding/places.ts'
import { listTerms } from '#pricing/catalog/finding/price-list.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { chosen } from '#pricing/calculator/prices.ts'
import type { ComputeSize } from '#pricing/catalog/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, Select } from '#renderer/ui/field.tsx'
import { activeRow } from '#renderer/workspace/selection.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { machineInput } from './actions.ts'
import { ArchitectureChoice, CloudChoice, GpuChoice } from './choices.tsx'
import { NumberField } from './number-field.tsx'
import { termNames } from './row.ts'
import { changePrices, prices, usePrices } from './state.ts'

/** What a machine must have, how it is paid for, and where it may stand. */
export function EquivalentsForm({ list }: { readonly list: PriceList }) {
  const shape = usePrices((state) => state.shape)
  const options = usePrices((state) => state.options)
  const chips = useMemo(() => chipsOf(list.book), [list])
  return (
    <form className="prices-filters" aria-label="What is needed" onSubmit={(event) => event.preventDefault()}>
      <SelectedRow />
      <Least label="vCPU" value={shape.vcpu} onChange={(vcpu) => need({ vcpu })} />
      <Least label="Memory, GiB" value={shape.memoryGib} onChange={(memoryGib) => need({ memoryGib })} />
      <Least label="GPUs" value={shape.gpuCount} onChange={(gpuCount) => need({ gpuCount })} />
      <GpuChoice
        chips={chips}
        chosen={shape.gpuModel}
        onChange={(gpuModel) => need({ gpuModel, gpuCount: Math.max(shape.gpuCount, gpuModel === '' ? 0 : 1) })}
      />
      <ArchitectureChoice chosen={shape.architecture} onChange={(architecture) => need({ architecture })} />
      <Field label="Paid for">
        {(ids) => (
          <Select
            {...ids}
            value={options.term}
            options={listTerms.map((term) => ({ value: term, label: termNames[term] }))}
            onChange={(event) => changeOptions({ term: listTerms.find((term) => term === event.target.value) ?? 'on-demand' })}
          />
        )}
      </Field>
      <Field label="Part of the world">
        {(ids) => (
          <Select
            {...ids}
            value={options.geographies[0] ?? ''}
            options={[{ value: '', label: 'Anywhere' }, ...geographies.map((name) => ({ value: name, label: name }))]}
            onChange={(event) => changeOptions({ geographies: geographies.filter((name) => name === event.target.value) })}
          />
        )}
      </Field>
      <CloudChoice chosen={options.clouds} onChange={(clouds) => changeOptions({ clouds })} />
      <label className="prices-check" title="Leaves out T, B and shared-core sizes, whose vCPUs are not there all the time.">
        <input type="checkbox" checked={options.steady} onChange={() => changeOptions({ steady: !options.steady })} />
        Without burstable sizes
      </label>
    </form>
  )
}

function Least({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <div className="ui-field">
      <span className="ui-field-label">{`${label}, at least`}</span>
      <NumberField label={`${label}, at least`} value={value} onChange={(typed) => onChange(typed ?? 0)} />
    </div>
  )
}

function need(fields: Partial<Shape>): void {
  changePrices({ shape: { ...prices.getState().shape, ...fields } })
}

function changeOptions(fields: Partial<ReturnType<typeof prices.getState>['options']>): void {
  changePrices({ options: { ...prices.getState().options, ...fields } })
}

/** The machine of the sheet's selected row, as something to replace. */
function SelectedRow() {
  const row = useWorkspace((state) => state.workbook?.components.get(activeRow(state) ?? ''))
  const size = machineOfRow(workspace.getState())
  if (row === undefined || size === null) return null
  return (
    <Button
      onClick={() => changePrices({ shape: shapeOf(size), against: { cloud: size.cloud, name: size.size, region: row.region } })}
      title={`${size.size} in ${row.region}`}
    >
      {`As “${row.name}”`}
    </Button>
  )
}

/** The size of the sheet's selected row, null where it has none that the book knows. */
export function machineOfRow(state: WorkspaceState): ComputeSize | null {
  const row = state.workbook?.components.get(activeRow(state) ?? '')
  const service = state.services.get(row?.service ?? '')
  const input = row === undefined ? null : machineInput(row, state)
  if (row === undefined || service === undefined || input === null) return null
  return state.book?.size(service.cloud, chosen(row, service, input)) ?? null
}
