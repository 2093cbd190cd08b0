import { rows } from '#shared/document/rows.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { activeRow } from './selection.ts'
import type { WorkspaceState } from './types.ts'

/** The region a cloud's own consoles begin with; used until a row of the workbook says where things stand. */
const firstRegions: Readonly<Record<string, string>> = { aws: 'us-east-1', google: 'us-central1', azure: 'eastus' }

/** Where a new row of this service most likely stands: with the selected row, else with the last row of its cloud. */
export function usualRegion(state: WorkspaceState, service: ServiceDeclaration): string {
  const table = state.workbook?.components
  const like = (row: { readonly service: string; readonly region: string }) =>
    row.region !== '' && state.services.get(row.service)?.cloud === service.cloud
  const active = table?.get(activeRow(state) ?? '')
  if (active !== undefined && like(active)) return active.region
  return (table === undefined ? undefined : rows(table).findLast(like)?.region) ?? firstRegions[service.cloud] ?? ''
}
