import { memo, useId, useMemo } from 'react'
import { chipsOf } from '#pricing/catalog/equivalents.ts'
import { everything } from '#pricing/catalog/finding/filter.ts'
import type { PriceFilter, Range } from '#pricing/catalog/finding/filter.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { geographies } from '#pricing/catalog/finding/places.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, Select } from '#renderer/ui/field.tsx'
import { ArchitectureChoice, CloudChoice, GpuChoice } from './choices.tsx'
import { NumberField } from './number-field.tsx'
import { isFiltered } from './loosen.ts'
import type { PricePrinter } from './printing.ts'
import { cloudNames } from './row.ts'
import { changeFilter, changePrices, usePrices } from './state.ts'

/** What is let through, at the side of the table. Every change shows at once; keys typed into the search do not draw it again. */
export const Filters = memo(function Filters({ list, printer }: { readonly list: PriceList; readonly printer: PricePrinter }) {
  const filter = usePrices((state) => state.filter)
  const chips = useMemo(() => chipsOf(list.book), [list])
  return (
    <form className="prices-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <CloudChoice chosen={filter.clouds} onChange={(clouds) => changeFilter({ clouds })} />
      <PlaceFilters list={list} filter={filter} />
      <KindFilter kind={filter.kind} />
      <RangeFilter label="vCPU" range={filter.vcpu} onChange={(vcpu) => changeFilter({ vcpu })} />
      <RangeFilter label="Memory" unit="GiB" range={filter.memoryGib} onChange={(memoryGib) => changeFilter({ memoryGib })} />
      <RangeFilter label="GPUs" range={filter.gpus} onChange={(gpus) => changeFilter({ gpus })} />
      <GpuChoice chips={chips} chosen={filter.gpuModel} onChange={(gpuModel) => changeFilter({ gpuModel })} />
      <ArchitectureChoice chosen={filter.architecture} onChange={(architecture) => changeFilter({ architecture })} />
      <RangeFilter
        label="Price on demand"
        unit={printer.currency}
        range={filter.price}
        scale={printer.perUsd}
        onChange={(price) => changeFilter({ price })}
      />
      <Button kind="quiet" disabled={!isFiltered(filter)} onClick={() => changePrices({ filter: everything })}>
        Clear all filters
      </Button>
    </form>
  )
})

function PlaceFilters({ list, filter }: { readonly list: PriceList; readonly filter: PriceFilter }) {
  const regions = list.places.filter(
    ({ cloud, geography }) =>
      geography !== '' &&
      (filter.clouds.length === 0 || filter.clouds.includes(cloud)) &&
      (filter.geographies.length === 0 || filter.geographies.some((one) => one === geography)),
  )
  const chosen = filter.regions[0] ?? ''
  const shown =
    regions.some(({ code }) => code === chosen) || chosen === ''
      ? regions
      : [...regions, ...list.places.filter(({ code }) => code === chosen)]
  return (
    <>
      <Field label="Part of the world">
        {(ids) => (
          <Select
            {...ids}
            value={filter.geographies[0] ?? ''}
            options={[{ value: '', label: 'Anywhere' }, ...geographies.map((name) => ({ value: name, label: name }))]}
            onChange={(event) => changeFilter({ geographies: geographies.filter((name) => name === event.target.value), regions: [] })}
          />
        )}
      </Field>
      <Field label="Region">
        {(ids) => (
          <Select
            {...ids}
            value={chosen}
            options={[
              { value: '', label: 'Any region' },
              ...shown.map(({ cloud, code, name }) => ({ value: code, label: `${cloudNames[cloud]} · ${code} · ${name}` })),
            ]}
            onChange={(event) => changeFilter({ regions: event.target.value === '' ? [] : [event.target.value] })}
          />
        )}
      </Field>
    </>
  )
}

const kinds: readonly { readonly value: PriceFilter['kind']; readonly label: string }[] = [
  { value: 'all', label: 'Everything' },
  { value: 'machines', label: 'Virtual machines' },
  { value: 'other', label: 'Other services' },
]

function KindFilter({ kind }: { readonly kind: PriceFilter['kind'] }) {
  return (
    <Field label="Kind">
      {(ids) => (
        <Select
          {...ids}
          value={kind}
          options={kinds}
          onChange={(event) => changeFilter({ kind: kinds.find(({ value }) => value === event.target.value)?.value ?? 'all' })}
        />
      )}
    </Field>
  )
}

type RangeProps = {
  readonly label: string
  readonly unit?: string
  readonly range: Range
  /** What is typed is this many times what the filter holds: units of the workbook's currency a dollar buys. */
  readonly scale?: number
  readonly onChange: (range: Range) => void
}

function RangeFilter({ label, unit, range, scale = 1, onChange }: RangeProps) {
  const id = useId()
  return (
    <div className="ui-field" role="group" aria-labelledby={id}>
      <span id={id} className="ui-field-label">
        {unit === undefined ? label : `${label}, ${unit}`}
      </span>
      <div className="prices-range">
        <NumberField
          label={`${label} from`}
          placeholder="from"
          value={range.from}
          scale={scale}
          onChange={(from) => onChange({ ...range, from })}
        />
        <NumberField label={`${label} to`} placeholder="to" value={range.to} scale={scale} onChange={(to) => onChange({ ...range, to })} />
      </div>
    </div>
  )
}
