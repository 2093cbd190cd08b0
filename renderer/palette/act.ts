import { addComponents } from '#shared/commands/components.ts'
import type { CellText } from '#shared/document/types.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { openEmpty, openKept } from '#renderer/workspace/open.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { focusSheet } from '#renderer/workspace/sheet-focus.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import { showPanel } from '#renderer/workspace/view.ts'
import type { Act } from './items.ts'
import { usualPlace } from './place.ts'
import { usualRegion } from './region.ts'

/** Does what a chosen item of the palette stands for. */
export async function act(chosen: Act): Promise<void> {
  switch (chosen.kind) {
    case 'command':
      runCommand(chosen.id)
      return
    case 'row':
      selectRow(chosen.id)
      focusSheet()
      return
    case 'workbook':
      await openKept(chosen.id)
      return
    case 'service':
      return addRow(chosen.service, {})
    case 'size':
      return addRow(chosen.service, { [chosen.input]: chosen.size })
  }
}

async function addRow(serviceId: string, inputs: Readonly<Record<string, CellText>>): Promise<void> {
  if (workspace.getState().workbook === null && !(await openEmpty())) return
  const state = workspace.getState()
  const service = state.services.get(serviceId)
  if (service === undefined) return
  const id = newId()
  const { after, ...place } = usualPlace(state, service)
  const refusal = edit(addComponents, {
    components: [{ id, service: serviceId, inputs, region: usualRegion(state, service), ...place }],
    after,
    services: state.services,
  })
  if (refusal !== null) return
  selectRow(id)
  showPanel('inspector', true)
  focusSheet()
}
