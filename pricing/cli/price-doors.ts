import type { PriceAnswer, UpdateDoors } from '#pricing/catalog/library.ts'

/** The network and the clock of Node, for an update. Stops at once when `signal` does. */
export function networkDoors(signal: AbortSignal): Pick<UpdateDoors, 'fetch' | 'wait' | 'now'> {
  return {
    fetch: async (url, headers): Promise<PriceAnswer> => {
      const answer = await fetch(url, { headers, signal, redirect: 'error' })
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: answer.body ?? nothing() }
    },
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms)
      }),
    now: () => Date.now(),
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
