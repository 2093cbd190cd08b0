import type { Id } from '#shared/document/types.ts'

/** What the windows of one origin agree on: who writes which workbook, and who has just stored one. */
export type Windows = {
  /** Keeps the name for this window until it is given back or the window is gone; `null` when another window has it. */
  hold(name: string): Promise<(() => void) | null>
  /** Runs the work while no other window runs work of the same name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
  tell(id: Id): void
  onTold(listener: (id: Id) => void): void
  /** Without locks two windows can write one workbook; the database then lets only the first of them through. */
  readonly locks: boolean
}

const CHANNEL = 'skytally'

/** The windows of a browser; without Web Locks or BroadcastChannel each part is simply absent. */
export function browserWindows(): Windows {
  const locks = 'locks' in navigator ? navigator.locks : null
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null
  const post = channel?.postMessage.bind(channel)
  return {
    locks: locks !== null,
    hold: (name) => (locks ? holdLock(locks, name) : Promise.resolve(() => undefined)),
    alone: async (name, work) => (locks ? await locks.request(name, work) : await work()),
    tell: (id) => post?.(id),
    onTold: (listener) =>
      channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data)
      }),
  }
}

function holdLock(locks: LockManager, name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(null)
          return undefined
        }
        return new Promise<void>((giveBack) => {
          resolve(() => giveBack())
        })
      })
      .catch(reject)
  })
}
