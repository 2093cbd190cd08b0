import { rows } from '#shared/document/rows.ts'
import { firstRegion } from '#pricing/catalog/regions.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { activeRow } from './selection.ts'
import type { WorkspaceState } from './types.ts'

/** Where a new row of this service most likely stands: with the selected row, else with the last row of its cloud, else where it begins. */
export function usualRegion(state: WorkspaceState, service: ServiceDeclaration): string {
  const table = state.workbook?.components
  const like = (row: { readonly service: string; readonly region: string }) =>
    row.region !== '' && state.services.get(row.service)?.cloud === service.cloud
  const active = table?.get(activeRow(state) ?? '')
  if (active !== undefined && like(active)) return active.region
  return (table === undefined ? undefined : rows(table).findLast(like)?.region) ?? firstRegion(service.cloud)
}
