import type { DesktopActs } from '#shared/desktop.ts'
import { refuse } from '../messages.ts'
import { priceEndpoint } from './endpoint.ts'

/** Reads the vendors' public prices for the page, one answer at a time and piece by piece, as fast as the page takes them. */
export type Prices = {
  readonly ask: DesktopActs['priceAsk']
  readonly read: DesktopActs['priceRead']
  readonly end: (name: string) => Promise<void>
}

type Open = { readonly host: string; readonly body: ReadableStreamDefaultReader<Uint8Array>; readonly stop: AbortController }

/** A page reads one answer at a time; more open ones than this were forgotten. */
const mostOpen = 4
/** Headers that an update sends; a page may not add others. */
const allowedHeaders: ReadonlySet<string> = new Set(['accept-encoding', 'range', 'if-range', 'x-goog-api-key'])

export function createPrices(mirrors: readonly string[], newName: () => string): Prices {
  const open = new Map<string, Open>()

  async function end(name: string): Promise<void> {
    const found = open.get(name)
    open.delete(name)
    found?.stop.abort()
    // Letting go of an answer that broke off is no fault.
    await found?.body.cancel().catch(() => undefined)
  }

  return {
    end,
    ask: async ({ url, headers }) => {
      const address = priceEndpoint(url, mirrors)
      const odd = Object.keys(headers).find((name) => !allowedHeaders.has(name.toLowerCase()))
      if (address === null) return refuse('price-host', hostIn(url))
      if (odd !== undefined) return refuse('bad-request', 'priceAsk')
      for (const name of [...open.keys()].slice(0, Math.max(0, open.size - mostOpen + 1))) await end(name)
      const stop = new AbortController()
      const answer = await fetch(address, { headers, redirect: 'error', credentials: 'omit', signal: stop.signal }).catch(() => null)
      if (answer === null) return refuse('price-unreached', address.host)
      const name = newName()
      if (answer.body !== null) open.set(name, { host: address.host, body: answer.body.getReader(), stop })
      return { ok: true, value: { name, status: answer.status, headers: Object.fromEntries(answer.headers) } }
    },
    read: async (name) => {
      const found = open.get(name)
      if (found === undefined) return refuse('price-unknown')
      try {
        const { done, value } = await found.body.read()
        if (!done) return { ok: true, value }
        open.delete(name)
        return { ok: true, value: null }
      } catch {
        await end(name)
        return refuse('price-broken', found.host)
      }
    },
  }
}

function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
