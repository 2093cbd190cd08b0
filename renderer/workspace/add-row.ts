import { addComponents } from '#shared/commands/components.ts'
import type { CellText } from '#shared/document/types.ts'
import { edit } from './edit.ts'
import { openEmpty } from './open.ts'
import { backToSheet } from './page.ts'
import { selectRow } from './selection.ts'
import { newId, workspace } from './store.ts'
import { usualPlace } from './usual-place.ts'
import { usualRegion } from './usual-region.ts'
import { showPanel } from './view.ts'

/**
 * Adds a row of a service where it most likely belongs, and goes to it: one edit, in a new workbook where none is open. `region`: where it
 * stands; where the rows of its cloud do, unless said. False when nothing was added.
 */
export async function addRow(serviceId: string, inputs: Readonly<Record<string, CellText>>, region?: string): Promise<boolean> {
  if (workspace.getState().workbook === null && !(await openEmpty())) return false
  const state = workspace.getState()
  const service = state.services.get(serviceId)
  if (service === undefined) return false
  const id = newId()
  const { after, ...place } = usualPlace(state, service)
  const refusal = edit(addComponents, {
    components: [{ id, service: serviceId, inputs, region: region ?? usualRegion(state, service), ...place }],
    after,
    services: state.services,
  })
  if (refusal !== null) return false
  selectRow(id)
  showPanel('inspector', true)
  backToSheet()
  return true
}
