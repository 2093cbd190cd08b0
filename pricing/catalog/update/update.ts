import { openBook } from '#pricing/catalog/book.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { decode, decodeSizes } from '#pricing/catalog/decode.ts'
import { encode } from '#pricing/catalog/encode.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { compose } from '#pricing/catalog/import/compose.ts'
import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import { createGatherer } from '#pricing/catalog/import/gather.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { checkedId, refusalOf, writeBook } from '#pricing/catalog/import/import.ts'
import { openForeignBook } from '#pricing/catalog/info.ts'
import type { ImportOptions, ImportProgress, ImportReport, PricedCloud, UpdatePrices, UpdateQuery } from '#pricing/catalog/library.ts'
import { pack } from '#pricing/catalog/pack.ts'
import { regionOf } from '#pricing/catalog/regions.ts'
import type { Asking } from '#pricing/catalog/update/ask.ts'
import { awsParts } from '#pricing/catalog/update/aws.ts'
import { azureParts } from '#pricing/catalog/update/azure.ts'
import { ListChanged } from '#pricing/catalog/update/download.ts'
import { UpdateFault, goOn } from '#pricing/catalog/update/fault.ts'
import { googleParts } from '#pricing/catalog/update/google.ts'
import { vendorAddresses } from '#pricing/catalog/update/part.ts'
import type { Listing, Part } from '#pricing/catalog/update/part.ts'
import { mergeReports, reportText, reportOf } from '#pricing/catalog/update/reports.ts'

/** How often a list that ends early, or is published anew meanwhile, is begun again. */
const mostBeginnings = 3

type Told = { part: number; parts: number; waiting: string | null; last: ImportProgress }

/**
 * Fetches the vendors' public prices into a book of its own. Every finished list is kept on the shelf of parts; asked for the same again
 * after an interruption, only what is missing is fetched. Nothing else than the vendors' price endpoints is asked for anything.
 */
export const updatePrices: UpdatePrices = async (query, options, doors, progress, cancel) => {
  const named = checkedId(options.id)
  if (isRefusal(named)) return named
  const told: Told = { part: 0, parts: 0, waiting: null, last: { input: '', read: 0, size: null, records: 0, understood: 0 } }
  const tell = (): void => progress({ ...told.last, part: told.part, parts: told.parts, waiting: told.waiting })
  const asking: Asking = {
    doors,
    cancel,
    waiting: (why) => {
      told.waiting = why
      tell()
    },
  }
  try {
    const parts = await partsOf(query, options, asking)
    if (parts.length === 0) return nothingToFetch(query)
    told.parts = parts.length
    const whole = createGatherer()
    const reports: ImportReport[] = []
    for (const part of parts) {
      const bytes = await finished(part, options, asking, (last) => {
        told.last = last
        tell()
      })
      const facts = decode(bytes)
      reports.push(reportOf(facts))
      whole.book(facts)
      told.part++
      tell()
    }
    const outcome = writeBook(whole, options, `fetched from ${query.providers.join(', ')}`)
    // A base that cannot be read says nothing against what was fetched; lists that make no book would make none the next time either.
    if (!isRefusal(outcome) || outcome.code !== 'bad-book') await doors.parts.clear()
    if (isRefusal(outcome)) return outcome
    return { ...outcome, report: mergeReports(reports) }
  } catch (error) {
    return refusalFor(error)
  }
}

async function partsOf(query: UpdateQuery, options: ImportOptions, asking: Asking): Promise<readonly Part[]> {
  const known = openBook(options.base ?? options.machines)
  const parts: Part[] = []
  for (const cloud of query.providers) {
    const given = query.regions.length === 0 ? known.regions(cloud) : query.regions
    const regions = given.filter((code) => regionOf(cloud, code) !== undefined)
    const address = asking.doors.addresses?.[cloud] ?? vendorAddresses[cloud]
    parts.push(...(await cloudParts(cloud, { query, options, asking, regions, address })))
  }
  return parts
}

async function cloudParts(cloud: PricedCloud, listing: Listing): Promise<readonly Part[]> {
  if (cloud === 'aws') return awsParts(listing)
  if (cloud === 'azure') return azureParts(listing)
  const key = listing.query.googleKey
  if (key !== null && key !== '') return googleParts(listing, key)
  throw new UpdateFault(
    'refused-by-vendor',
    'Google gives its prices only with an API key.',
    'Make one for the Cloud Billing API (Google Cloud console, APIs & Services, Credentials) and give it with the update, or leave Google out.',
  )
}

/** The part's file: from the shelf, or fetched and put there. */
async function finished(
  part: Part,
  options: ImportOptions,
  asking: Asking,
  progress: (progress: ImportProgress) => void,
): Promise<Uint8Array> {
  const { parts } = asking.doors
  const kept = await parts.read(part.name)
  if (kept !== null && isWhole(kept)) return kept
  const bytes = await fetched(part, options, asking, progress)
  await parts.write(part.name, bytes)
  return bytes
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    openForeignBook(bytes)
    return true
  } catch (error) {
    if (error instanceof BookFault) return false
    throw error
  }
}

async function fetched(
  part: Part,
  options: ImportOptions,
  asking: Asking,
  progress: (progress: ImportProgress) => void,
): Promise<Uint8Array> {
  for (let beginnings = 1; ; beginnings++) {
    const gatherer = createGatherer()
    try {
      await part.read(gatherer, { asking, asOf: options.asOf, book: () => openBook(options.machines), progress })
      return partBook(part, gatherer, options)
    } catch (error) {
      const isCut = error instanceof ListChanged || (error instanceof ImportFault && error.fix === fetchAgain)
      if (!isCut || beginnings === mostBeginnings) throw error instanceof ImportFault ? inPart(error, part) : error
    }
  }
}

function inPart(error: ImportFault, { title }: Part): ImportFault {
  return new ImportFault([title, error.place].filter((word) => word !== '').join(', '), error.message, error.fix)
}

function partBook(part: Part, gatherer: Gatherer, options: ImportOptions): Uint8Array {
  const gathered = gatherer.gathered(decodeSizes(options.machines))
  const about = { source: 'update', note: reportText(gatherer.tally.report()) } as const
  return pack(encode(compose({ id: part.name, asOf: options.asOf, about }, null, gathered)))
}

function nothingToFetch({ providers, regions, services }: UpdateQuery): Refusal {
  const where = regions.length === 0 ? '' : ` in ${regions.join(', ')}`
  const what = services.length === 0 ? 'No list' : `No list of ${services.join(', ')}`
  return {
    refused: true,
    code: 'nothing-to-fetch',
    message: `${what} of ${providers.join(', ') || 'no provider'} is known${where}.`,
    fix: 'Check the names of providers, regions (eu-central-1) and services (AmazonEC2, Virtual Machines, Compute Engine).',
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof UpdateFault) return { refused: true, code: error.code, message: error.message, fix: error.fix }
  if (error instanceof ListChanged)
    return {
      refused: true,
      code: 'broken-answer',
      message: 'The list is being published anew at this moment.',
      fix: `Try again in some minutes. ${goOn}`,
    }
  return refusalOf(error, 'the prices fetched')
}
