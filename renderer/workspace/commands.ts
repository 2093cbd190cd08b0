import { useSyncExternalStore } from 'react'
import { commandInfos } from '#shared/commands/catalogue.ts'
import type { CommandInfo } from '#shared/commands/types.ts'
import { workspace } from './store.ts'
import type { WorkspaceState } from './types.ts'

/** How a command of the catalogue is carried out in this window. */
export type CommandHandler = {
  readonly run: () => void
  /** Absent: always possible. */
  readonly enabled?: (state: WorkspaceState) => boolean
}

const handlers = new Map<string, CommandHandler>()
const listeners = new Set<() => void>()

function tellListeners(): void {
  for (const listener of listeners) listener()
}

/** A view says how it carries out commands of the catalogue. Returns the way to take that back. Unknown ids are a fault. */
export function handleCommands(added: Readonly<Record<string, CommandHandler>>): () => void {
  for (const [id, handler] of Object.entries(added)) {
    if (!infos.has(id)) throw new Error(`No command called ${id} stands in the catalogue.`)
    handlers.set(id, handler)
  }
  tellListeners()
  return () => {
    for (const [id, handler] of Object.entries(added)) if (handlers.get(id) === handler) handlers.delete(id)
    tellListeners()
  }
}

/** Runs a command by its id: from a menu, a shortcut, the palette or a button. False when it is not possible now. */
export function runCommand(id: string): boolean {
  if (!canRun(id, workspace.getState())) return false
  handlers.get(id)?.run()
  return true
}

/** Whether the command has a handler now and the handler finds it possible. */
export function canRun(id: string, state: WorkspaceState): boolean {
  const handler = handlers.get(id)
  return handler !== undefined && (handler.enabled?.(state) ?? true)
}

/** Calls the listener whenever what can run may have changed: by the state, or by a view that comes with handlers or goes. Returns the way to stop. */
export function onRunnableChange(listener: () => void): () => void {
  listeners.add(listener)
  const stop = workspace.subscribe(listener)
  return () => {
    listeners.delete(listener)
    stop()
  }
}

/** `canRun`, followed: views register their handlers after the menus were drawn for the first time. */
export function useCanRun(id: string): boolean {
  return useSyncExternalStore(onRunnableChange, () => canRun(id, workspace.getState()))
}

const infos: ReadonlyMap<string, CommandInfo> = new Map(commandInfos.map((info) => [info.id, info]))

/** The command's label, keywords and keys. Unknown ids are a fault. */
export function commandInfo(id: string): CommandInfo {
  const info = infos.get(id)
  if (info === undefined) throw new Error(`No command called ${id} stands in the catalogue.`)
  return info
}
