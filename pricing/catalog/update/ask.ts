import { ImportCancelled } from '#pricing/catalog/import/fault.ts'
import type { Cancel, PriceAnswer, UpdateDoors } from '#pricing/catalog/library.ts'
import { UpdateFault, goOn } from '#pricing/catalog/update/fault.ts'

/** What asking needs, besides the address. */
export type Asking = {
  readonly doors: UpdateDoors
  readonly cancel: Cancel
  /** Told why it waits, and `null` when it goes on. */
  readonly waiting: (why: string | null) => void
}

type Headers = Readonly<Record<string, string>>

const mostTries = 6
/** A machine without a network should hear of it soon. */
const mostTriesUnreached = 4
/** A server that wants more patience than this is asked again by the person. */
const longestWaitMs = 15 * 60_000

/**
 * Asks for an address until an answer comes that can be read: waits as told by `Retry-After` (RFC 9110, seconds or a date), else twice as
 * long each time, after 429, 408, 5xx and a network that fails. Throws UpdateFault when it is of no use, ImportCancelled when stopped.
 */
export async function ask(url: string, headers: Headers, asking: Asking): Promise<PriceAnswer> {
  for (let tries = 1; ; tries++) {
    if (asking.cancel.aborted) throw new ImportCancelled('stopped by the person')
    const answer = await reached(url, headers, asking)
    if (answer !== null && (answer.status === 200 || answer.status === 206)) return answer
    if (answer !== null && !isPassing(answer.status)) throw refusedBy(url, answer.status)
    if (answer === null && tries === mostTriesUnreached) throw unreachable(url)
    if (answer !== null && tries === mostTries) throw refusedBy(url, answer.status)
    const said = answer === null ? null : retryAfter(answer.headers['retry-after'], asking.doors.now())
    const ms = said ?? pauseMs(tries)
    if (ms > longestWaitMs) throw refusedBy(url, answer?.status ?? 0)
    await pause(ms, `${hostOf(url)} ${answer === null ? 'cannot be reached' : 'asks for patience'}`, asking)
  }
}

async function reached(url: string, headers: Headers, { doors }: Asking): Promise<PriceAnswer | null> {
  try {
    return await doors.fetch(url, headers)
  } catch {
    return null
  }
}

function isPassing(status: number): boolean {
  return status === 429 || status === 408 || status >= 500
}

/** One second, two, four … before the next try. */
export function pauseMs(tries: number): number {
  return 1000 * 2 ** (tries - 1)
}

/** Waits in short steps, so that a person who stops it is not kept waiting. */
export async function pause(ms: number, why: string, { doors, cancel, waiting }: Asking): Promise<void> {
  waiting(`${why}; going on in ${Math.ceil(ms / 1000)} s.`)
  for (let left = ms; left > 0; left -= 500) {
    await doors.wait(Math.min(left, 500))
    if (cancel.aborted) throw new ImportCancelled('stopped by the person')
  }
  waiting(null)
}

/** Milliseconds to wait, or `null` where the header says nothing that can be read. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** The host of an address; this room knows no URL parser. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url
}

function unreachable(url: string): UpdateFault {
  return new UpdateFault(
    'no-network',
    `${hostOf(url)} cannot be reached.`,
    `Check the connection to the Internet, or import price lists from files instead. ${goOn}`,
  )
}

function refusedBy(url: string, status: number): UpdateFault {
  const host = hostOf(url)
  if (status === 401 || status === 403)
    return new UpdateFault(
      'refused-by-vendor',
      `${host} refuses the request (${status}).`,
      'Check the API key and that it may use the Cloud Billing API.',
    )
  if (status === 404)
    return new UpdateFault('refused-by-vendor', `${host} knows no such list (404).`, 'Check the names of service and region.')
  const why = status === 429 || status >= 500 ? `is overloaded (${status})` : `answers ${status}`
  return new UpdateFault('refused-by-vendor', `${host} ${why}.`, `Try again later. ${goOn}`)
}
