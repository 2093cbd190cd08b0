import type { Desktop, DesktopResult } from '#shared/desktop.ts'
import type { FileDoor, PickedFile } from './types.ts'

/** Files of the computer through the desktop shell, which keeps the paths to itself. */
export function desktopFiles(desktop: Desktop): FileDoor {
  return {
    open: async () => valueOf(await desktop.openFile()),
    save: async (request) => valueOf(await desktop.saveFile(request)),
  }
}

/** A file the shell was asked to open from outside. Rejects when it cannot be read. */
export async function readDesktopFile(desktop: Desktop, token: string): Promise<PickedFile> {
  return valueOf(await desktop.readFile(token))
}

function valueOf<T>(result: DesktopResult<T>): T {
  if (result.ok) return result.value
  throw new Error(result.message)
}
