import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { DesktopActs, DesktopEvents } from '#shared/desktop.ts'
import { refuse } from '../messages.ts'
import { isOurPage } from '../page/address.ts'
import { actChannel, eventChannel } from './channels.ts'
import type { EventName } from './channels.ts'
import { checkedHandlers } from './handlers.ts'

/**
 * Serves every act to the page of a known window, and to nothing else: a request must come from the main frame, from
 * our own origin exactly, in a window this program made.
 */
export function serveActs(ipc: Pick<IpcMain, 'handle'>, acts: DesktopActs, isOurWindow: (contents: WebContents) => boolean): void {
  for (const [name, handler] of Object.entries(checkedHandlers(acts))) {
    ipc.handle(actChannel(name), (event, ...given: readonly unknown[]) =>
      isTrusted(event, isOurWindow) ? handler(given) : refuse('refused-sender'),
    )
  }
}

function isTrusted(event: IpcMainInvokeEvent, isOurWindow: (contents: WebContents) => boolean): boolean {
  const frame = event.senderFrame
  // The frame is null once it has navigated away or was destroyed.
  return frame !== null && frame.parent === null && isOurPage(frame.url) && isOurWindow(event.sender)
}

/** Tells the page of a window something that happened. */
export function tell<E extends EventName>(contents: WebContents, event: E, ...args: Parameters<DesktopEvents[E]>): void {
  contents.send(eventChannel(event), ...args)
}
