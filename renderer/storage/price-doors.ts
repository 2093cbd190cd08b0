import type { DesktopActs } from '#shared/desktop.ts'
import type { PriceAnswer, UpdateDoors } from '#pricing/catalog/library.ts'
import type { BookShelf } from './books.ts'

/**
 * The doors of an update in the desktop program: its shell asks the vendors' endpoints, the shelf keeps finished parts. A browser has none:
 * the page's policy and the vendors' servers forbid it, so there a person imports files instead. After `stopped` nothing is waited for any
 * more, also where a server has fallen silent.
 */
export function desktopDoors(
  desktop: Pick<DesktopActs, 'priceAsk' | 'priceRead' | 'priceEnd'>,
  shelf: Pick<BookShelf, 'parts'>,
  stopped: AbortSignal,
): UpdateDoors {
  return {
    parts: shelf.parts,
    now: () => Date.now(),
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms)
      }),
    fetch: async (url, headers): Promise<PriceAnswer> => {
      const asking = desktop.priceAsk({ url, headers })
      const asked = await unless(stopped, asking).catch((fault: unknown) => {
        void asking.then((late) => (late.ok ? desktop.priceEnd(late.value.name) : undefined))
        throw fault
      })
      if (!asked.ok) throw new Error(asked.message)
      const { name, status, headers: said } = asked.value
      return { status, headers: said, body: bodyOf(desktop, name, stopped) }
    },
  }
}

async function* bodyOf(
  desktop: Pick<DesktopActs, 'priceRead' | 'priceEnd'>,
  name: string,
  stopped: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = await unless(stopped, desktop.priceRead(name))
      if (!piece.ok) throw new Error(piece.message)
      if (piece.value === null) return
      yield piece.value
    }
  } finally {
    await desktop.priceEnd(name)
  }
}

/** What the work comes to; rejects at once when it is stopped. */
function unless<Result>(stopped: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('stopped by the person'))
    if (stopped.aborted) stop()
    stopped.addEventListener('abort', stop, { once: true })
    void work.then(resolve, reject).finally(() => stopped.removeEventListener('abort', stop))
  })
}
