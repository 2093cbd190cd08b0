import { printPercent } from '#shared/money/index.ts'
import { discountWords } from '#pricing/analysis/discount-words.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { BookDiff, BookInfo, ImportReport, MoveReason, Repricing } from '#pricing/catalog/library.ts'
import type { Hit } from '#pricing/catalog/search.ts'
import type { Shelved } from './book-folder.ts'
import { textTable } from '#pricing/export/table.ts'
import type { Column } from '#pricing/export/table.ts'

const count = (value: number): string => value.toLocaleString('en-US')
/** Digits as they are; prices are never rounded. */
const price = (value: number): string => String(value)
const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })

/** Whole days from one ISO date to another; `null` where the first is none. */
export function ageInDays(asOf: string, today: string): number | null {
  const days = Math.round((Date.parse(today) - Date.parse(asOf)) / 86_400_000)
  return Number.isNaN(days) ? null : days
}

export function statusText(folder: string, books: readonly Shelved[], today: string): string {
  const blocks = books.map((book) => (book.ok ? bookText(book.info, today) : `${book.file}\n  cannot be used: ${book.message} ${book.fix}`))
  return [...blocks, `Imported books are kept in ${folder}.`].join('\n\n')
}

function bookText({ id, asOf, hash, count: all, providers, regions, source, note }: BookInfo, today: string): string {
  const days = ageInDays(asOf, today)
  const age = days === null ? '' : `, ${count(days)} ${days === 1 ? 'day' : 'days'} old`
  const clouds = pricedClouds.map((cloud) => `${cloud} ${count(providers[cloud])}`).join(', ')
  const places = pricedClouds.map((cloud) => `${cloud} ${count(regions[cloud].length)}`).join(', ')
  return [
    `${id}: of ${asOf}${age}, ${source}`,
    `  ${count(all)} prices: ${clouds}`,
    `  regions and places: ${places}`,
    `  SHA-256 ${hash}`,
    ...(note === '' ? [] : [`  ${note}`]),
  ].join('\n')
}

export function statusJson(folder: string, books: readonly Shelved[], today: string) {
  return {
    folder,
    books: books.map((book) => (book.ok ? { file: book.file, ...book.info, ageInDays: ageInDays(book.info.asOf, today) } : book)),
  }
}

export type FoundLine = {
  readonly kind: Hit['kind']
  readonly name: string
  readonly region: string | null
  readonly price: number | null
  readonly unit: string
  readonly vcpu: number | null
  readonly memoryGib: number | null
  readonly asOf: string | null
}

export function foundLine(hit: Hit): FoundLine {
  if (hit.kind === 'size') {
    const { size, vcpu, memoryGib, cloud } = hit.size
    return { kind: 'size', name: `${cloud} ${size}`, region: hit.region, price: hit.hourly, unit: 'hour', vcpu, memoryGib, asOf: null }
  }
  const { rate } = hit
  const first = rate?.tiers[0]?.price ?? null
  return {
    kind: 'rate',
    name: hit.key,
    region: rate?.region ?? hit.region,
    price: first,
    unit: rate?.unit ?? '',
    vcpu: null,
    memoryGib: null,
    asOf: rate?.source.asOf ?? null,
  }
}

export function foundText(lines: readonly FoundLine[], region: string | undefined): string {
  if (lines.length === 0) return 'No price is called that. Try fewer letters, or "skytally prices status" for what the book has.'
  const table = textTable(
    [left('Name'), left('Region'), right('Price, USD'), left('per'), right('vCPU'), right('GiB')],
    lines.map((line) => [
      line.name,
      line.region ?? '',
      line.price === null ? '—' : price(line.price),
      line.unit,
      line.vcpu === null ? '' : String(line.vcpu),
      line.memoryGib === null ? '' : String(line.memoryGib),
    ]),
  )
  const isPriced = lines.some((line) => line.price !== null)
  return isPriced || region !== undefined ? table : `${table}\n\nName a region to see prices: --region eu-central-1.`
}

export function importText(info: BookInfo, report: ImportReport, file: string): string {
  const { records, understood, unknown, leftOut, warnings } = report
  const listed = (parts: readonly { readonly name: string; readonly count: number }[]): string =>
    parts.map((part) => `${part.name} ${count(part.count)}`).join(', ')
  const rest = unknown.map(({ family, count: n }) => ({ name: family, count: n }))
  const aside = leftOut.map(({ reason, count: n }) => ({ name: reason, count: n }))
  return [
    `${info.id}: ${count(info.count)} prices, kept in ${file}`,
    `${count(understood)} of ${count(records)} records understood${
      rest.length === 0 ? '.' : `; no use is known for the rest, by product family: ${listed(rest)}.`
    }`,
    ...(aside.length === 0 ? [] : [`Left out: ${listed(aside)}.`]),
    ...warnings.map((warning) => `Note: ${warning}`),
    `A workbook uses it when its priceBook.id is "${info.id}", or once with --book ${info.id}.`,
  ].join('\n')
}

const mostMoves = 30

export function diffText({ before, after, added, removed, moved, same }: BookDiff): string {
  const largest = [...moved].sort((a, b) => Math.abs(b.ratio ?? Infinity) - Math.abs(a.ratio ?? Infinity)).slice(0, mostMoves)
  const table = textTable(
    [left('Price'), left('Region'), left('per'), right(before.id), right(after.id), right('Change')],
    largest.map(({ before: was, after: is, ratio }) => [
      is.from === 0 ? is.key : `${is.key} from ${count(is.from)}`,
      is.region,
      is.unit,
      price(was.price),
      price(is.price),
      ratio === null ? 'new' : signed(ratio),
    ]),
  )
  const head = `${before.id} (${before.asOf}) → ${after.id} (${after.asOf}): ${count(same)} prices are the same, ${count(moved.length)} moved, ${count(added.length)} added, ${count(removed.length)} removed.`
  if (moved.length === 0) return head
  return [head, '', table, ...(moved.length > mostMoves ? ['', `The ${mostMoves} largest moves; --format json has all.`] : [])].join('\n')
}

function signed(ratio: number): string {
  return `${ratio > 0 ? '+' : ''}${printPercent(ratio, 'en-US')}`
}

/** `money` prints an amount of the workbook's currency. */
export function repricingText(
  books: readonly [BookInfo, BookInfo],
  { rows, from, to, amount }: Repricing,
  money: (amount: number) => string,
): string {
  const table = textTable(
    [left('Component'), left('Region'), right(books[0].id), right(books[1].id), right('Change'), left('Why')],
    rows.map((row) => [
      row.name,
      row.region,
      money(row.from.monthly),
      money(row.to.monthly),
      plus(row.amount, money),
      whyText(row.reasons, money),
    ]),
  )
  const unknown = from.unknown === to.unknown ? '' : ` Figures not known: ${from.unknown} → ${to.unknown}.`
  return `${table}\n\nTotal ${money(from.monthly)} → ${money(to.monthly)} a month: ${plus(amount, money)}.${unknown}`
}

function plus(amount: number, money: (amount: number) => string): string {
  return amount > 0 ? `+${money(amount)}` : money(amount)
}

function whyText(reasons: readonly MoveReason[], money: (amount: number) => string): string {
  if (reasons.length === 0) return 'the same'
  return reasons.map((reason) => `${reason.charge}: ${sayReason(reason)} (${plus(reason.amount, money)})`).join('; ')
}

function sayReason(reason: MoveReason): string {
  switch (reason.kind) {
    case 'price':
      return `${price(reason.from.price)} (${reason.from.source.asOf}) → ${price(reason.to.price)} (${reason.to.source.asOf}) per ${reason.unit}, ${reason.to.source.sku}`
    case 'discount':
      return discountWords(reason, { point: (point) => price(point.price), percent: (share) => printPercent(share, 'en-US') })
    case 'follows':
      return 'follows other rows'
    case 'found':
    case 'lost':
      return reason.message
  }
}
