import type { PriceFilter } from '#pricing/catalog/finding/filter.ts'
import { sizeClouds } from '#pricing/catalog/finding/things.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { Field, Select } from '#renderer/ui/field.tsx'
import { cloudNames } from './row.ts'

export function CloudChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Cloud[]
  readonly onChange: (clouds: readonly Cloud[]) => void
}) {
  const toggle = (cloud: Cloud) => onChange(chosen.includes(cloud) ? chosen.filter((one) => one !== cloud) : [...chosen, cloud])
  return (
    <fieldset className="prices-clouds">
      <legend className="ui-field-label">Cloud</legend>
      {sizeClouds.map((cloud) => (
        <label key={cloud} className="prices-check">
          <input type="checkbox" checked={chosen.includes(cloud)} onChange={() => toggle(cloud)} />
          {cloudNames[cloud]}
        </label>
      ))}
    </fieldset>
  )
}

export function GpuChoice({
  chips,
  chosen,
  onChange,
}: {
  readonly chips: readonly string[]
  readonly chosen: string
  readonly onChange: (model: string) => void
}) {
  const options = chosen === '' || chips.includes(chosen) ? chips : [...chips, chosen]
  return (
    <Field label="GPU model">
      {(ids) => (
        <Select
          {...ids}
          value={chosen}
          options={[{ value: '', label: 'Any or none' }, ...options.map((chip) => ({ value: chip, label: chip }))]}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

const architectures: readonly { readonly value: PriceFilter['architecture']; readonly label: string }[] = [
  { value: '', label: 'Any' },
  { value: 'x86_64', label: 'x86 (Intel, AMD)' },
  { value: 'arm64', label: 'Arm' },
]

export function ArchitectureChoice({
  chosen,
  onChange,
}: {
  readonly chosen: PriceFilter['architecture']
  readonly onChange: (architecture: PriceFilter['architecture']) => void
}) {
  return (
    <Field label="Architecture">
      {(ids) => (
        <Select
          {...ids}
          value={chosen}
          options={architectures}
          onChange={(event) => onChange(architectures.find(({ value }) => value === event.target.value)?.value ?? '')}
        />
      )}
    </Field>
  )
}
