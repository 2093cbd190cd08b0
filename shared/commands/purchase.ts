import { squash } from '#shared/document/change.ts'
import type { Id, PurchaseShare } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand } from './types.ts'

/** How a row is bought, with all that a share can say; the Buys column writes the shorter form. */
export const setPurchase: DocumentCommand<{ readonly row: Id; readonly purchase: readonly PurchaseShare[] }> = {
  id: 'components.purchase',
  label: 'Change how a row is bought',
  keywords: ['reserved', 'spot', 'on demand', 'convertible', 'coverage'],
  run: (workbook, { row, purchase }) => {
    const before = workbook.components.get(row)
    return before === undefined ? refuse('row-gone', refusals.rowGone()) : squash([replaced('components', before, { ...before, purchase })])
  },
}

export const purchaseCommands = [setPurchase] as const
