import { setCells } from '#shared/commands/cells.ts'
import type { CellWrite } from '#shared/commands/cells.ts'
import type { Component } from '#shared/document/types.ts'
import { addRow } from '#renderer/workspace/add-row.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { backToSheet } from '#renderer/workspace/page.ts'
import { rowOfPrice } from '#renderer/workspace/price-row.ts'
import type { RowOfPrice } from '#renderer/workspace/price-row.ts'
import { activeRow, selectRow } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { nameOf } from './row.ts'
import type { PriceRow } from './row.ts'

export type Possible<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

export function rowFor({ thing, place }: PriceRow, state: WorkspaceState): Possible<RowOfPrice> {
  const made = rowOfPrice({ cloud: thing.cloud, id: thing.id, isSize: thing.size !== null, place: place.code }, state)
  if (made !== null) return { ok: true, value: made }
  return { ok: false, why: 'No service here charges this price. Add a flat monthly rate to the sheet and type it there.' }
}

export async function addAsRow(row: PriceRow): Promise<void> {
  const made = rowFor(row, workspace.getState())
  if (made.ok) await addRow(made.value.service, made.value.inputs, made.value.region)
}

/** The selected row of the sheet, and the cells that would put a price into it. */
export type Replacement = { readonly row: Component; readonly cells: readonly CellWrite[] }

/** A machine takes the place of another one, of any cloud; any other price that of a row of its own service. */
export function replacement(price: PriceRow, state: WorkspaceState): Possible<Replacement> {
  const row = state.workbook?.components.get(activeRow(state) ?? '')
  if (row === undefined) return { ok: false, why: 'Select a row of the sheet first.' }
  const made = rowFor(price, state)
  if (!made.ok) return made
  const { service, inputs, region } = made.value
  const isOwn = row.service === service
  const sizeInput = price.thing.size === null ? null : machineInput(row, state)
  if (price.thing.size !== null && sizeInput === null) return { ok: false, why: `“${row.name}” is not a row of machines.` }
  if (price.thing.size === null && !isOwn)
    return { ok: false, why: `“${row.name}” is another service than this price: ${state.services.get(service)?.name ?? service}.` }
  // A machine row of the same cloud keeps its service, such as an Auto Scaling group.
  const keeps = price.thing.size !== null && state.services.get(row.service)?.cloud === price.thing.cloud
  const chosen = keeps && sizeInput !== null ? { [sizeInput]: price.thing.id } : inputs
  const cells: CellWrite[] = Object.entries(chosen).map(([input, text]) => ({ row: row.id, column: `input:${input}`, text }))
  if (!isOwn && !keeps) cells.push({ row: row.id, column: 'service', text: service })
  if (region !== '') cells.push({ row: row.id, column: 'region', text: region })
  return { ok: true, value: { row, cells } }
}

/** The input that holds the machine of a row, null where its service has none. */
export function machineInput(row: Component, state: WorkspaceState): string | null {
  const charges = Object.values(state.services.get(row.service)?.charges ?? {})
  return charges.flatMap((charge) => ('compute' in charge ? [charge.compute] : []))[0] ?? null
}

/** One edit; then the sheet with that row selected. */
export function putInSelectedRow(price: PriceRow): void {
  const state = workspace.getState()
  const found = replacement(price, state)
  if (!found.ok) return
  const { row, cells } = found.value
  if (edit(setCells, { cells, services: state.services, label: `Use ${nameOf(price.thing)}` }) !== null) return
  selectRow(row.id)
  backToSheet()
}
