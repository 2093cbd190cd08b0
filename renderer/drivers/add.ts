import { addDriver } from '#shared/commands/drivers.ts'
import type { Id } from '#shared/document/types.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { newId } from '#renderer/workspace/store.ts'
import { showPanel } from '#renderer/workspace/view.ts'

let unnamed: Id | null = null

/** A new driver with a name of its own, in a panel that is shown; its item asks for the name at once. */
export function add(): void {
  const id = newId()
  unnamed = id
  showPanel('drivers', true)
  if (edit(addDriver, { id }) !== null) unnamed = null
}

/** Whether this driver was just added and still waits for its name; true once. */
export function isUnnamed(id: Id): boolean {
  if (unnamed !== id) return false
  unnamed = null
  return true
}

// The command works while the panel is folded away, so the panel cannot be what offers it.
handleCommands({ 'insert.driver': { run: add, enabled: (state) => state.workbook !== null } })
