import { Command, Option } from 'commander'
import { updatePrices } from '#pricing/catalog/update/update.ts'
import { vendorAddresses } from '#pricing/catalog/update/part.ts'
import type { ImportProgress, PricedCloud, UpdateProgress } from '#pricing/catalog/library.ts'
import { booksFolder, bundledBook, partFolder, readBook } from './book-folder.ts'
import { CommandFault, faultLine } from './fault.ts'
import { networkDoors } from './price-doors.ts'
import { booksOption, keepOutcome, mustBeFree, progressLine, stopOnInterrupt, today } from './prices-keep.ts'

type UpdateOptions = {
  readonly provider?: readonly string[]
  readonly region?: readonly string[]
  readonly service?: readonly string[]
  readonly key?: string
  readonly id?: string
  readonly on?: string
  readonly replace?: true
  readonly from?: readonly string[]
  readonly books?: string
  readonly format: 'table' | 'json'
}

const clouds: readonly PricedCloud[] = ['aws', 'azure', 'google']

/** `skytally prices update`: the only command that uses the network, and only the vendors' public price endpoints. */
export function updateCommand(): Command {
  return new Command('update')
    .description('a new book from the vendors’ public price endpoints (uses the network)')
    .addOption(new Option('--provider <cloud...>', 'aws, azure, google; default: aws and azure, and google with a key'))
    .addOption(new Option('--region <region...>', 'only these regions; default: those of the base book, which is much to fetch'))
    .addOption(new Option('--service <name...>', 'only these services, such as AmazonEC2 or "Virtual Machines"'))
    .addOption(new Option('--key <key>', 'API key for Google’s Cloud Billing API (or SKYTALLY_GOOGLE_KEY)'))
    .addOption(new Option('--id <id>', 'name of the new book (default: update- and the date)'))
    .addOption(new Option('--on <book>', 'the book that keeps what is not fetched (default: the bundled one; "none" for nothing)'))
    .addOption(new Option('--replace', 'replace a book of the same name; workbooks that use it are priced anew'))
    .addOption(new Option('--from <cloud=address...>', 'a mirror to ask instead of the vendor, such as aws=http://localhost:8000'))
    .addOption(booksOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .action(update)
}

async function update(options: UpdateOptions): Promise<void> {
  const folder = booksFolder(options.books)
  const id = options.id ?? `update-${today()}`
  const key = options.key ?? process.env['SKYTALLY_GOOGLE_KEY'] ?? null
  const providers = providersOf(options.provider, key)
  const addresses = addressesOf(options.from ?? [])
  await mustBeFree(id, folder, options.replace === true)
  const machines = await bundledBook()
  const base = options.on === 'none' ? null : options.on === undefined ? machines : await readBook(options.on, folder)
  const cancel = stopOnInterrupt()
  const doors = { ...networkDoors(cancel.signal), parts: partFolder(folder), addresses }
  const query = { providers, regions: options.region ?? [], services: options.service ?? [], googleKey: key }
  const outcome = await updatePrices(query, { id, asOf: today(), source: 'update', base, machines }, doors, updateLine(), cancel.signal)
  cancel.end()
  await keepOutcome(outcome, folder, options.format)
}

function providersOf(given: readonly string[] | undefined, key: string | null): readonly PricedCloud[] {
  if (given === undefined) return clouds.filter((cloud) => cloud !== 'google' || key !== null)
  return given.map((name) => {
    const cloud = clouds.find((known) => known === name)
    if (cloud === undefined)
      throw new CommandFault([faultLine('--provider', '', `"${name}" is no provider.`, `Choose among ${clouds.join(', ')}.`)])
    return cloud
  })
}

function addressesOf(given: readonly string[]): Record<PricedCloud, string> {
  const addresses: Record<PricedCloud, string> = { ...vendorAddresses }
  for (const text of given) {
    const [, name, address] = /^(\w+)=(https?:\/\/.+?)\/*$/.exec(text) ?? []
    const cloud = clouds.find((known) => known === name)
    if (cloud === undefined || address === undefined || !URL.canParse(address))
      throw new CommandFault([faultLine('--from', '', `"${text}" is no mirror.`, 'Write it like aws=http://localhost:8000.')])
    addresses[cloud] = address
  }
  return addresses
}

/** Parts finished and what is being read, on one line; the reason of a wait on a line of its own. */
function updateLine(): (progress: UpdateProgress) => void {
  const line = progressLine()
  let said: string | null = null
  return (progress) => {
    if (progress.waiting !== null && progress.waiting !== said) process.stderr.write(`${progress.waiting}\n`)
    said = progress.waiting
    const shown: ImportProgress = { ...progress, input: `${progress.part + 1} of ${progress.parts}: ${progress.input}` }
    line(shown)
  }
}
