import { pricePlaces, regionOf } from '#pricing/catalog/regions.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { serviceFor, serviceForSize } from '#pricing/services/owner.ts'
import { rows } from '#shared/document/rows.ts'
import { activeRow } from './selection.ts'
import type { WorkspaceState } from './types.ts'

/** A price of the book: of a machine size or of a rate, in a region or a group of regions. */
export type PriceAt = { readonly cloud: Cloud; readonly id: string; readonly isSize: boolean; readonly place: string }

/** The row that a price would make: a service, what is chosen on it, the charge it pays, where it stands. */
export type RowOfPrice = {
  readonly service: string
  /** Empty for a machine. */
  readonly charge: string
  readonly inputs: Readonly<Record<string, string>>
  readonly region: string
}

/** Null where no service charges the price. */
export function rowOfPrice({ cloud, id, isSize, place }: PriceAt, state: WorkspaceState): RowOfPrice | null {
  if (isSize) {
    const owner = serviceForSize(cloud, state.services)
    return owner === null ? null : { service: owner.service, charge: '', inputs: { [owner.input]: id }, region: place }
  }
  const owner = serviceFor(id, place, state.services)
  const service = state.services.get(owner?.service ?? '')
  if (owner === null || service === undefined) return null
  return { ...owner, region: service.region === 'none' ? '' : regionAt(state, cloud, place) }
}

/** Of a price that holds in several regions: the one the workbook stands in, else the first the book knows. */
function regionAt(state: WorkspaceState, cloud: Cloud, place: string): string {
  if (regionOf(cloud, place) !== undefined) return place
  const holds = (region: string): boolean => pricePlaces(cloud, region).includes(place)
  const known = state.book?.regions(cloud) ?? []
  const home = homeRegion(state, known)
  return holds(home) ? home : (known.find(holds) ?? '')
}

/** Region of the selected row, else of the first row that has one; only of `among` where it is given. Empty where there is none. */
export function homeRegion(state: WorkspaceState, among?: readonly string[]): string {
  const table = state.workbook?.components
  const isOne = (region: string): boolean => region !== '' && (among?.includes(region) ?? true)
  const active = table?.get(activeRow(state) ?? '')?.region ?? ''
  if (isOne(active) || table === undefined) return active
  return rows(table).find((row) => isOne(row.region))?.region ?? ''
}
