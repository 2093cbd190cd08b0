import { groups } from '#shared/commands/grouped.ts'
import type { Component, Id } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { activeRow } from './selection.ts'
import type { WorkspaceState } from './types.ts'

export type RowPlace = { readonly group: string; readonly environment: string; readonly after: Id | null }

/**
 * Where a new row of this service most likely belongs: with rows of its category, the selected row's group first, else under a heading of
 * its category. What belongs to no cloud stays with the selected row. `after` is the selected row where it is in that group, else the
 * group's last row.
 */
export function usualPlace(state: WorkspaceState, service: ServiceDeclaration): RowPlace {
  const active = state.workbook?.components.get(activeRow(state) ?? '')
  const group = usualGroup(state, service, active)
  const members = state.workbook === null ? [] : (groups(state.workbook).find((one) => one.name === group)?.rows ?? [])
  const after = active?.group === group ? active : members.at(-1)
  return { group, environment: (active ?? after)?.environment ?? '', after: after?.id ?? null }
}

function usualGroup(state: WorkspaceState, service: ServiceDeclaration, active: Component | undefined): string {
  const heading = categoryNames[service.category]
  if (service.cloud === 'general') return active?.group ?? heading
  const alike = (row: Component) => state.services.get(row.service)?.category === service.category
  const found = (state.workbook === null ? [] : groups(state.workbook)).filter((group) => group.rows.some(alike))
  return (found.find((group) => group.name === active?.group) ?? found[0])?.name ?? heading
}
