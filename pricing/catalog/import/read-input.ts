import { decode } from '#pricing/catalog/decode.ts'
import { awsOfferCsv } from '#pricing/catalog/import/aws/offer-csv.ts'
import { awsOfferJson } from '#pricing/catalog/import/aws/offer-json.ts'
import { azureRetailJson } from '#pricing/catalog/import/azure/retail-json.ts'
import { ImportCancelled, ImportFault } from '#pricing/catalog/import/fault.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { googleSkusJson } from '#pricing/catalog/import/google/skus-json.ts'
import { ownCsv } from '#pricing/catalog/import/own-csv.ts'
import { knownPrices } from '#pricing/catalog/import/own-known.ts'
import type { Reader } from '#pricing/catalog/import/reader.ts'
import { recognise, tellingBytes } from '#pricing/catalog/import/recognise.ts'
import { openForeignBook } from '#pricing/catalog/info.ts'
import type { Cancel, ImportFormat, ImportInput, ImportProgress } from '#pricing/catalog/library.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

export type Reading = {
  readonly gatherer: Gatherer
  /** ISO date for prices without one of their own. */
  readonly asOf: string
  /** Opens the book that a list in our own columns is held against. */
  readonly book: () => PriceBook
  readonly progress: (progress: ImportProgress) => void
  readonly cancel: Cancel
  /** The address or token of the page after this one, where the list is one page of several. */
  readonly onNext: (next: string | null) => void
}

/** The largest book: ten times all prices of the three clouds. */
const largestBook = 256 << 20

/** Reads one file or answer into the gatherer as it comes. Throws ImportFault, ImportCancelled or BookFault. */
export async function readInput(input: ImportInput, reading: Reading): Promise<void> {
  const { gatherer, progress, cancel } = reading
  let reader: Reader | null = null
  let head = new Uint8Array(0)
  let read = 0
  const start = (): Reader => {
    const made = readerOf(input.format === 'auto' ? recognise(head) : input.format, input, reading)
    made.push(head)
    return made
  }
  for await (const chunk of input.bytes) {
    if (cancel.aborted) throw new ImportCancelled('stopped by the person')
    read += chunk.length
    if (reader !== null) reader.push(chunk)
    else {
      head = joined(head, chunk)
      if (head.length >= tellingBytes) reader = start()
    }
    const { tally } = gatherer
    progress({ input: input.name, read, size: input.size, records: tally.records(), understood: tally.understood() })
  }
  if (cancel.aborted) throw new ImportCancelled('stopped by the person')
  if (input.size !== null && read !== input.size)
    throw new ImportFault('', `The file has ${read} bytes instead of ${input.size}: it changed while it was read.`, 'Import it again.')
  reader ??= start()
  reader.end()
}

function readerOf(format: ImportFormat, { name }: ImportInput, { gatherer, asOf, book, onNext }: Reading): Reader {
  switch (format) {
    case 'csv':
      return ownCsv(gatherer, knownPrices(book(), gatherer.tally), name, asOf)
    case 'aws-csv':
      return awsOfferCsv(gatherer)
    case 'aws-json':
      return awsOfferJson(gatherer)
    case 'azure-json':
      return azureRetailJson(gatherer, asOf, onNext)
    case 'google-json':
      return googleSkusJson(gatherer, onNext)
    case 'book':
      return bookReader(gatherer)
  }
}

/** A book is taken whole, because it is checked whole. */
function bookReader(gatherer: Gatherer): Reader {
  const chunks: Uint8Array[] = []
  let length = 0
  return {
    push: (chunk) => {
      length += chunk.length
      if (length > largestBook)
        throw new ImportFault('', 'The book is larger than 256 MB.', 'Check that it is a price book of this program.')
      chunks.push(chunk.slice())
    },
    end: () => {
      const bytes = new Uint8Array(length)
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.length
      }
      openForeignBook(bytes)
      gatherer.book(decode(bytes))
    },
  }
}

function joined(head: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(head.length + chunk.length)
  both.set(head)
  both.set(chunk, head.length)
  return both
}
