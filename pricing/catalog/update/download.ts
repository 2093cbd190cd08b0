import { ImportCancelled } from '#pricing/catalog/import/fault.ts'
import type { PriceAnswer } from '#pricing/catalog/library.ts'
import { ask, hostOf, pause, pauseMs } from '#pricing/catalog/update/ask.ts'
import type { Asking } from '#pricing/catalog/update/ask.ts'
import { UpdateFault, goOn } from '#pricing/catalog/update/fault.ts'

/** The list was published anew while it was being fetched: what came before does not fit what comes now. */
export class ListChanged extends Error {
  override readonly name = 'ListChanged'
}

const mostBreaks = 5

/** What an answer says of the whole: its length in bytes, and the mark of its version. `null` where it does not say. */
type Whole = { readonly length: number | null; readonly tag: string | null }

/**
 * The bytes of an address. An answer that breaks off is asked for again from where it broke (RFC 9110: Range, If-Range), so that a list of
 * hundreds of megabytes need not begin anew. Throws UpdateFault, ImportCancelled, or ListChanged.
 */
export async function* download(url: string, headers: Readonly<Record<string, string>>, asking: Asking): AsyncGenerator<Uint8Array> {
  let read = 0
  let breaks = 0
  let whole: Whole | null = null
  for (;;) {
    const answer = await ask(url, { 'accept-encoding': 'identity', ...headers, ...rangeFrom(read, whole) }, asking)
    let skip = placeOf(answer, read, whole)
    whole ??= wholeOf(answer)
    try {
      for await (const chunk of answer.body) {
        if (asking.cancel.aborted) throw new ImportCancelled('stopped by the person')
        const fresh = skip >= chunk.length ? chunk.subarray(chunk.length) : chunk.subarray(skip)
        skip -= Math.min(skip, chunk.length)
        read += fresh.length
        if (fresh.length > 0) yield fresh
      }
      if (whole.length === null || read === whole.length) return
      if (read > whole.length) throw new ListChanged(url)
    } catch (error) {
      if (error instanceof ImportCancelled || error instanceof ListChanged) throw error
    }
    breaks++
    if (breaks > mostBreaks) throw brokenOff(url, read, whole.length)
    await pause(pauseMs(breaks), `${hostOf(url)} broke off after ${read} bytes`, asking)
  }
}

function rangeFrom(read: number, whole: Whole | null): Record<string, string> {
  if (read === 0 || whole === null) return {}
  return { range: `bytes=${read}-`, ...(whole.tag === null ? {} : { 'if-range': whole.tag }) }
}

/** How many bytes at the beginning of the answer are known already. */
function placeOf({ status, headers }: PriceAnswer, read: number, whole: Whole | null): number {
  if (read === 0 || whole === null) return 0
  const tag = headers['etag'] ?? null
  if (whole.tag !== null && tag !== null && tag !== whole.tag) throw new ListChanged('etag')
  if (status !== 206) {
    if (whole.tag === null || tag === null) throw new ListChanged('no tag')
    return read
  }
  const [, from] = /^bytes (\d+)-/.exec(headers['content-range'] ?? '') ?? []
  if (from === undefined || Number(from) > read) throw new ListChanged('range')
  return read - Number(from)
}

function wholeOf({ headers }: PriceAnswer): Whole {
  const length = headers['content-length']
  const isPacked = (headers['content-encoding'] ?? 'identity') !== 'identity'
  return { length: length === undefined || isPacked ? null : Number(length), tag: headers['etag'] ?? null }
}

function brokenOff(url: string, read: number, length: number | null): UpdateFault {
  const of = length === null ? '' : ` of ${length}`
  return new UpdateFault(
    'broken-answer',
    `${hostOf(url)} broke off again and again, at last after ${read}${of} bytes.`,
    `Try again later. ${goOn}`,
  )
}
