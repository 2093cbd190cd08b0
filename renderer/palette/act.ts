import { addRow } from '#renderer/workspace/add-row.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { showScenario } from '#renderer/workspace/edit.ts'
import { openKept } from '#renderer/workspace/open.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { backToSheet, searchPrices } from '#renderer/workspace/page.ts'
import type { Act } from './items.ts'

/** Does what a chosen item of the palette stands for. */
export async function act(chosen: Act): Promise<void> {
  switch (chosen.kind) {
    case 'command':
      runCommand(chosen.id)
      return
    case 'row':
      selectRow(chosen.id)
      backToSheet()
      return
    case 'scenario':
      showScenario(chosen.id)
      backToSheet()
      return
    case 'workbook':
      await openKept(chosen.id)
      return
    case 'service':
      await addRow(chosen.service, {})
      return
    case 'size':
      await addRow(chosen.service, { [chosen.input]: chosen.size })
      return
    case 'price':
      await addRow(chosen.row.service, chosen.row.inputs, chosen.row.region)
      return
    case 'prices':
      searchPrices(chosen.text)
      return
  }
}
