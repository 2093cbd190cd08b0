import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { decode, decodeSizes } from '#pricing/catalog/decode.ts'
import { encode } from '#pricing/catalog/encode.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { BookFacts } from '#pricing/catalog/facts.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { compose } from '#pricing/catalog/import/compose.ts'
import { ImportCancelled, ImportFault } from '#pricing/catalog/import/fault.ts'
import { createGatherer } from '#pricing/catalog/import/gather.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { readInput } from '#pricing/catalog/import/read-input.ts'
import { infoOf, openForeignBook } from '#pricing/catalog/info.ts'
import type { Cancel, ImportInput, ImportOptions, ImportPrices, ImportProgress, ImportedBook } from '#pricing/catalog/library.ts'
import { pack } from '#pricing/catalog/pack.ts'

/**
 * Reads price lists of any of the known forms into a book of its own. The files are read as they come and never held in memory; the first
 * thing wrong refuses the whole import and names file, place and what to do.
 */
export const importPrices: ImportPrices = async (inputs, options, progress, cancel) => {
  const named = checkedId(options.id)
  if (isRefusal(named)) return named
  if (inputs.length === 0) return refusal('nothing-to-import', 'No file was given.', 'Name the price lists to import.')
  const gatherer = createGatherer()
  for (const input of inputs) {
    const refused = await readWhole(input, gatherer, options, progress, cancel)
    if (refused !== null) return refused
  }
  const about = inputs.map(({ name }) => name).join(', ')
  return writeBook(gatherer, options, about)
}

async function readWhole(
  input: ImportInput,
  gatherer: Gatherer,
  options: ImportOptions,
  progress: (progress: ImportProgress) => void,
  cancel: Cancel,
): Promise<Refusal | null> {
  try {
    const next: (string | null)[] = []
    const book = () => openBook(options.machines)
    gatherer.reading(input.name)
    await readInput(input, { gatherer, asOf: options.asOf, book, progress, cancel, onNext: (page) => next.push(page) })
    if (next.at(-1) !== undefined && next.at(-1) !== null)
      gatherer.tally.warn(`${input.name} is one page of several: unless the page after it is among these files, its prices are missing.`)
    return null
  } catch (error) {
    return refusalOf(error, input.name)
  }
}

/** What stopped an import, for the person. Faults of ours are thrown on. */
export function refusalOf(error: unknown, name: string): Refusal {
  if (error instanceof ImportCancelled)
    return refusal('cancelled', 'The import was stopped.', 'Nothing was kept; start it again when you like.')
  if (error instanceof ImportFault) {
    const at = [name, error.place].filter((part) => part !== '').join(', ')
    return refusal('bad-price-list', `${at}: ${error.message}`, `${error.fix} Nothing was imported.`)
  }
  if (error instanceof BookFault) return refusal('bad-book', `${name}: ${error.message}`, error.fix)
  throw error
}

/** The book of everything gathered, checked as one that is opened from a file. `about` says in words where it came from. */
export function writeBook(gatherer: Gatherer, options: ImportOptions, about: string): ImportedBook | Refusal {
  const { id, asOf, source } = options
  try {
    const base = options.base === null ? null : decode(options.base)
    const gathered = gatherer.gathered(decodeSizes(options.machines))
    const report = gatherer.tally.report()
    if (hasNoPrice(gathered) && gathered.books.every(hasNoPrice)) return nothingUnderstood(report.records)
    const note = base === null ? about : `${about}; over ${base.id}`
    const facts = compose({ id, asOf, about: { source, note } }, base, gathered)
    const bytes = pack(encode(facts))
    return { info: infoOf(facts, openForeignBook(bytes)), bytes, report }
  } catch (error) {
    return refusalOf(error, error instanceof ImportFault && error.place !== '' ? '' : id)
  }
}

function hasNoPrice({ compute, reserved, rates }: Pick<BookFacts, 'compute' | 'reserved' | 'rates'>): boolean {
  return reserved.length === 0 && rates.length === 0 && pricedClouds.every((cloud) => compute[cloud].rows.length === 0)
}

function nothingUnderstood(records: number): Refusal {
  return refusal(
    'nothing-understood',
    records === 0 ? 'The files hold no price.' : `None of the ${records} records makes a price this program knows a use for.`,
    'Check that these are the right lists; docs/prices.md says what is read.',
  )
}

/** The id becomes a file's name and stands in every workbook. */
export function checkedId(id: string): string | Refusal {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) return id
  return refusal(
    'bad-id',
    `"${id}" is no name for a price book.`,
    'Use up to 64 letters, digits, points, hyphens and underscores, such as aws-2026-12.',
  )
}

function refusal(code: string, message: string, fix: string): Refusal {
  return { refused: true, code, message, fix }
}
