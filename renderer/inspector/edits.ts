import { setCells } from '#shared/commands/cells.ts'
import type { SheetColumn } from '#shared/commands/columns.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Id } from '#shared/document/types.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { workspace } from '#renderer/workspace/store.ts'

/** Writes one cell of a row, as typing it into the sheet would. Returns the refusal, if any. */
export function setCell(row: Id, column: SheetColumn, text: string, label?: string): Refusal | null {
  const { services } = workspace.getState()
  return edit(setCells, { cells: [{ row, column, text }], services, ...(label === undefined ? {} : { label }) })
}
