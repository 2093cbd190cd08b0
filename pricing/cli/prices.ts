import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Command, Option } from 'commander'
import { settingsOf } from '#shared/document/empty.ts'
import { printMoney } from '#shared/money/index.ts'
import { repriceWorkbook } from '#pricing/analysis/reprice.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { diffBooks } from '#pricing/catalog/diff.ts'
import { importPrices } from '#pricing/catalog/import/import.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import { bookInfo } from '#pricing/catalog/info.ts'
import type { ImportInput } from '#pricing/catalog/library.ts'
import { isRegion, regionGroup } from '#pricing/catalog/regions.ts'
import { priceSearch } from '#pricing/catalog/search.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'
import { booksFolder, bundledBook, listBooks, readBook } from './book-folder.ts'
import { csvText } from '#pricing/export/csv/csv.ts'
import { CommandFault, faultLine } from './fault.ts'
import { loadWorkbook } from './load.ts'
import { booksOption, json, keepOutcome, mustBeFree, progressLine, stopOnInterrupt, today } from './prices-keep.ts'
import { updateCommand } from './prices-update.ts'
import { diffText, foundLine, foundText, repricingText, statusJson, statusText } from './prices-text.ts'

type Books = { readonly books?: string }
type Format = 'table' | 'json' | 'csv'

function formatOption(choices: readonly Format[] = ['table', 'json']): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default('table')
}

/** `skytally prices …`: which price books there are, what is in them, new ones, and what is different in them. */
export function pricesCommand(): Command {
  const prices = new Command('prices').description('the price books: what they hold, importing, updating, comparing')
  prices
    .command('status')
    .description('the installed books: date, age, prices by cloud, regions, hash')
    .addOption(booksOption())
    .addOption(formatOption())
    .action(async (options: Books & { format: Format }) => {
      const folder = booksFolder(options.books)
      const books = await listBooks(folder)
      console.log(options.format === 'json' ? json(statusJson(folder, books, today())) : statusText(folder, books, today()))
    })
  prices
    .command('find <text...>')
    .description('prices by a few letters, a region or city, or a shape such as "8 vcpu 32 gb"')
    .addOption(new Option('--region <region>', 'where to price what is found'))
    .addOption(new Option('--cloud <cloud>', 'only of this cloud').choices(['aws', 'google', 'azure']))
    .addOption(new Option('--limit <count>', 'at most this many').default('20'))
    .addOption(new Option('--book <id>', 'the price book to look in (default: the bundled one)'))
    .addOption(booksOption())
    .addOption(formatOption(['table', 'json', 'csv']))
    .action(find)
  prices
    .command('import <files...>')
    .description('a new book from price lists: our CSV, AWS offer files (CSV, JSON), Azure Retail Prices JSON, Google SKU JSON, or books')
    .addOption(new Option('--id <id>', 'name of the new book (default: import- and the date)'))
    .addOption(new Option('--on <book>', 'a book that keeps what the lists do not have, such as the bundled one'))
    .addOption(new Option('--replace', 'replace a book of the same name; workbooks that use it are priced anew'))
    .addOption(booksOption())
    .addOption(formatOption())
    .action(importFiles)
  prices
    .command('diff <before> <after> [workbook]')
    .description('what moved between two books (ids or files), or a workbook priced with both')
    .addOption(booksOption())
    .addOption(formatOption())
    .action(diff)
  prices.addCommand(updateCommand())
  return prices
}

type FindOptions = Books & {
  readonly region?: string
  readonly cloud?: Cloud
  readonly limit: string
  readonly book?: string
  readonly format: Format
}

async function find(words: readonly string[], options: FindOptions): Promise<void> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new CommandFault([faultLine('--limit', '', `"${options.limit}" is no count.`, 'Write a whole number from 1 to 100000.')])
  const { region, cloud } = options
  const bytes = options.book === undefined ? await bundledBook() : await readBook(options.book, booksFolder(options.books))
  const question = { limit, ...(region === undefined ? {} : { region }), ...(cloud === undefined ? {} : { cloud }) }
  const book = openBook(bytes)
  if (region !== undefined) checkRegion(region, cloud, book)
  const lines = priceSearch(book)(words.join(' '), question).map(foundLine)
  if (options.format === 'json') console.log(json(lines))
  else if (options.format === 'csv') {
    const head = ['kind', 'name', 'region', 'price', 'unit', 'vcpu', 'memory', 'as-of']
    const text = (value: string | null) => ({ text: value ?? '' })
    const rows = lines.map((line) => [
      text(line.kind),
      text(line.name),
      text(line.region),
      line.price,
      text(line.unit),
      line.vcpu,
      line.memoryGib,
      text(line.asOf),
    ])
    console.log(csvText(head, rows))
  } else console.log(foundText(lines, region))
}

/** Of a region that nobody knows every price would only be missing. Throws CommandFault. */
function checkRegion(region: string, cloud: Cloud | undefined, book: PriceBook): void {
  const clouds = cloud === undefined ? pricedClouds : [cloud]
  if (clouds.some((one) => isRegion(one, region) || book.regions(one).includes(region)) || regionGroup(region) !== undefined) return
  const where = cloud === undefined ? 'region of AWS, Google Cloud or Azure' : `${cloud} region`
  const fix = 'Write its code, such as eu-central-1, europe-west3 or westeurope.'
  throw new CommandFault([faultLine('--region', '', `"${region}" is no known ${where}.`, fix)])
}

type ImportOptionsGiven = Books & { readonly id?: string; readonly on?: string; readonly replace?: true; readonly format: 'table' | 'json' }

async function importFiles(files: readonly string[], options: ImportOptionsGiven): Promise<void> {
  const folder = booksFolder(options.books)
  const id = options.id ?? `import-${today()}`
  await mustBeFree(id, folder, options.replace === true)
  const base = options.on === undefined ? null : await readBook(options.on, folder)
  const cancel = stopOnInterrupt()
  const inputs = await Promise.all(files.map(inputOf))
  const settings = { id, asOf: today(), source: 'import', base, machines: await bundledBook() } as const
  const outcome = await importPrices(inputs, settings, progressLine(), cancel.signal)
  cancel.end()
  await keepOutcome(outcome, folder, options.format)
}

async function inputOf(file: string): Promise<ImportInput> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw new CommandFault([faultLine(file, '', 'There is no such file.', 'Check the path.')])
  if (!found.isFile()) throw new CommandFault([faultLine(file, '', 'This is not a file.', 'Name a price list.')])
  return { name: path.basename(file), size: found.size, format: 'auto', bytes: createReadStream(file, { highWaterMark: 1 << 18 }) }
}

async function diff(before: string, after: string, file: string | undefined, options: Books & { format: Format }): Promise<void> {
  const folder = booksFolder(options.books)
  const [first, second] = [await readBook(before, folder), await readBook(after, folder)]
  if (file === undefined) {
    const found = diffBooks(first, second)
    console.log(options.format === 'json' ? json(found) : diffText(found))
    return
  }
  const workbook = await loadWorkbook(file)
  const moved = repriceWorkbook(workbook, { book: openBook(first), services }, { book: openBook(second), services })
  const { code } = settingsOf(workbook).currency
  const infos = [bookInfo(first), bookInfo(second)] as const
  console.log(
    options.format === 'json'
      ? json({
          currency: code,
          before: infos[0],
          after: infos[1],
          ...moved,
          rows: moved.rows.map(({ from, to, ...row }) => ({ ...row, from: from.monthly, to: to.monthly })),
        })
      : repricingText(infos, moved, (amount) => printMoney(amount, code, 'en-US')),
  )
}
