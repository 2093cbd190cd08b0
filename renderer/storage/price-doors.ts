import type { DesktopActs } from '#shared/desktop.ts'
import type { PriceAnswer, UpdateDoors } from '#pricing/catalog/library.ts'
import type { BookShelf } from './books.ts'

/**
 * The doors of an update in the desktop program: its shell asks the vendors' endpoints, the shelf keeps finished parts. A browser has none:
 * the page's policy and the vendors' servers forbid it, so there a person imports files instead.
 */
export function desktopDoors(
  desktop: Pick<DesktopActs, 'priceAsk' | 'priceRead' | 'priceEnd'>,
  shelf: Pick<BookShelf, 'parts'>,
): UpdateDoors {
  return {
    parts: shelf.parts,
    now: () => Date.now(),
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms)
      }),
    fetch: async (url, headers): Promise<PriceAnswer> => {
      const asked = await desktop.priceAsk({ url, headers })
      if (!asked.ok) throw new Error(asked.message)
      const { name, status, headers: said } = asked.value
      return { status, headers: said, body: bodyOf(desktop, name) }
    },
  }
}

async function* bodyOf(desktop: Pick<DesktopActs, 'priceRead' | 'priceEnd'>, name: string): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = await desktop.priceRead(name)
      if (!piece.ok) throw new Error(piece.message)
      if (piece.value === null) return
      yield piece.value
    }
  } finally {
    await desktop.priceEnd(name)
  }
}
