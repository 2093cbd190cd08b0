import { useMemo } from 'react'
import type { Component, Workbook } from '#shared/document/types.ts'
import { refuse } from '#shared/commands/refusal.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { regionOf } from '#pricing/catalog/regions.ts'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { ListField } from '#renderer/ui/list-field.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { regionsFor } from '#renderer/workspace/cells/regions.ts'
import { setCell } from './edits.ts'
import { FieldRow } from './field-row.tsx'
import { matching, regionItems } from './list-items.ts'

type Props = { readonly component: Component; readonly service: ServiceDeclaration | undefined }

/** Where the row stands: its region, its group in the sheet, its environment. */
export function PlaceFields({ component, service }: Props) {
  const workbook = useWorkspace((state) => state.workbook)
  const groups = useMemo(() => namesUsed(workbook, 'group'), [workbook])
  const environments = useMemo(() => namesUsed(workbook, 'environment'), [workbook])
  return (
    <section className="inspector-section" aria-label="Place">
      {service?.region !== 'none' && service !== undefined && <RegionField component={component} service={service} />}
      <FieldRow label="Group" anchor="group">
        {(ids) => (
          <DraftInput
            {...ids}
            label="Group"
            text={component.group}
            choices={groups}
            commit={(text) => setCell(component.id, 'group', text)}
          />
        )}
      </FieldRow>
      <FieldRow label="Environment" anchor="environment">
        {(ids) => (
          <DraftInput
            {...ids}
            label="Environment"
            text={component.environment}
            choices={environments}
            commit={(text) => setCell(component.id, 'environment', text)}
          />
        )}
      </FieldRow>
    </section>
  )
}

function RegionField({ component, service }: { readonly component: Component; readonly service: ServiceDeclaration }) {
  const book = useWorkspace((state) => state.book)
  const items = useMemo(() => (book === null ? [] : regionItems(regionsFor(component, service, book))), [book, component, service])
  const place = regionOf(service.cloud, component.region)

  function choose(region: string) {
    if (items.length > 0 && !items.some((item) => item.value === region)) {
      return refuse('no-region', { message: `The price book has no region “${region}” of this cloud.`, fix: 'Choose one from the list.' })
    }
    return setCell(component.id, 'region', region)
  }

  return (
    <FieldRow
      label="Region"
      anchor="region"
      below={place !== undefined && <span className="field-row-below">{`${place.name}, ${place.geography}`}</span>}
    >
      {(ids) => <ListField {...ids} label="Region" value={component.region} find={(query) => matching(items, query)} commit={choose} />}
    </FieldRow>
  )
}

function namesUsed(workbook: Workbook | null, field: 'group' | 'environment'): string[] {
  const names = new Set(Array.from(workbook?.components.values() ?? [], (component) => component[field]))
  names.delete('')
  return Array.from(names)
}
