import { tinykeys } from 'tinykeys'
import { commandInfos } from '#shared/commands/catalogue.ts'
import type { CommandInfo } from '#shared/commands/types.ts'
import { runCommand } from '#renderer/workspace/commands.ts'

/** Binds the window's shortcuts to the catalogue's commands. The sheet binds its own. Returns the way to stop. */
export function bindShortcuts(target: Window): () => void {
  const bindings = commandInfos
    .filter((info) => info.scope === undefined)
    .flatMap((info) => keysOf(info).map((keys) => [keys, (event: KeyboardEvent) => press(info, event)] as const))
  return tinykeys(target, Object.fromEntries(bindings))
}

export function keysOf(info: CommandInfo): readonly string[] {
  return [...(info.shortcut === undefined ? [] : [info.shortcut]), ...(info.alsoShortcuts ?? [])]
}

function press(info: CommandInfo, event: KeyboardEvent): void {
  if (event.defaultPrevented || (info.fieldsFirst === true && isTextField(event.target))) return
  // A question on the screen comes first; only the palette's own key still closes it.
  if (
    !runsOver(
      info.id,
      [...document.querySelectorAll<HTMLElement>('dialog[open]')].map(({ dataset }) => dataset['live'] !== undefined),
    )
  )
    return
  // The browser's own meaning of the keys (save the page, find on it) is never what is meant here.
  event.preventDefault()
  runCommand(info.id)
}

/** Whether a command's keys work while dialogs are open. `live`: of each, whether what is changed in it is in the workbook at once. */
export function runsOver(id: string, live: readonly boolean[]): boolean {
  if (live.length === 0 || id === 'view.palette') return true
  return (id === 'edit.undo' || id === 'edit.redo') && live.every(Boolean)
}

/** Whether keys typed there are text, so that undo means the field's own undo. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}
