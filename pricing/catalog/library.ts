import type { Refusal } from '#shared/commands/types.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Context, Money } from '#pricing/calculator/types.ts'
import type { ComputeTerm, PriceSource } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/**
 * What the program, the command line and the Prices view agree on about several price books: importing one, updating one,
 * comparing two, pricing a workbook with another. A book travels as the bytes of its file; `openBook` opens it.
 */

export type PricedCloud = Exclude<Cloud, 'general'>

/** What is known of a book without opening it. `source`: `bundled`, `import` or `update`. */
export type BookInfo = {
  readonly id: string
  /** ISO date of the book. */
  readonly asOf: string
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  /** Single prices in it, and how many of them of each cloud. */
  readonly count: number
  readonly providers: Readonly<Record<PricedCloud, number>>
  /** Regions with at least one price, by cloud. */
  readonly regions: Readonly<Record<PricedCloud, readonly string[]>>
  readonly source: 'bundled' | 'import' | 'update'
  /** Where the prices came from, in a sentence: files, base book. */
  readonly note: string
}

export type ImportFormat = 'book' | 'csv' | 'aws-csv' | 'aws-json' | 'azure-json' | 'google-json'

/** One file or answer to read. `size` in bytes where it is known, for progress. */
export type ImportInput = {
  readonly name: string
  readonly size: number | null
  readonly format: ImportFormat | 'auto'
  readonly bytes: AsyncIterable<Uint8Array>
}

export type ImportOptions = {
  /** Name of the new book: letters, digits, `.`, `_`, `-`; at most 64 characters. */
  readonly id: string
  /** ISO date of the book, for records that bring none of their own: usually today. */
  readonly asOf: string
  readonly source: 'import' | 'update'
  /** A book under the imported prices (its file): what is not imported stays as it is there. `null`: the new book stands alone. */
  readonly base: Uint8Array | null
  /** A book (its file) that knows machine sizes: lists that name a size without vCPU and memory take them from here. */
  readonly machines: Uint8Array
}

/** `read` of `size` bytes of `input`; records so far over all inputs. Told at most once a chunk. */
export type ImportProgress = {
  readonly input: string
  readonly read: number
  readonly size: number | null
  readonly records: number
  readonly understood: number
}

/** What became of every record that was read: nothing is lost without being counted here. */
export type ImportReport = {
  readonly records: number
  readonly understood: number
  /** Records that no mapping knows, by product family, most first. */
  readonly unknown: readonly { readonly family: string; readonly count: number }[]
  /** Records left out on purpose, by reason (Windows licence, dedicated hosts …), most first. */
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[]
  /** Sentences about oddities that did not stop the import (a duplicate with the same price, a tier gap). */
  readonly warnings: readonly string[]
}

export type ImportedBook = { readonly info: BookInfo; readonly bytes: Uint8Array; readonly report: ImportReport }

/** An AbortSignal is one. */
export type Cancel = { readonly aborted: boolean }

/** `importPrices` of pricing/catalog/import/import.ts. Refuses whole on the first bad record, with file, place and what to do. */
export type ImportPrices = (
  inputs: readonly ImportInput[],
  options: ImportOptions,
  progress: (progress: ImportProgress) => void,
  cancel: Cancel,
) => Promise<ImportedBook | Refusal>

/** One price of a book: a tier of a rate, an hourly machine price, or an upfront payment. */
export type BookPrice = {
  readonly cloud: PricedCloud
  /** `aws.ebs-gp3/storage`, or `aws.compute/t3.medium/spot`, or `aws.reserved/t3.medium/1y-all-upfront`. */
  readonly key: string
  readonly region: string
  readonly unit: string
  /** Units a month from which a graduated price holds; 0 for all others. */
  readonly from: number
  /** US dollars for one unit. */
  readonly price: number
  readonly source: PriceSource
}

/** `diffBooks(before, after)` of pricing/catalog/diff.ts, over the files of two books. Lists are in order of cloud, key, region, tier. */
export type BookDiff = {
  readonly before: BookInfo
  readonly after: BookInfo
  readonly added: readonly BookPrice[]
  readonly removed: readonly BookPrice[]
  /** `ratio` = after ÷ before − 1; null where the price before was 0. */
  readonly moved: readonly { readonly before: BookPrice; readonly after: BookPrice; readonly ratio: number | null }[]
  readonly same: number
}

export type MoveReason =
  /** The price of a charge differs: hourly or first-tier price and date of both books. `quantity` is the same in both. */
  | {
      readonly kind: 'price'
      readonly charge: string
      readonly unit: string
      readonly quantity: number
      readonly from: PricePoint
      readonly to: PricePoint
      readonly amount: number
    }
  /**
   * What a commitment or a negotiated discount takes off moved. `from`, `to`: prices of the commitment, null where none is bought;
   * `shares`: the parts of the list price, 0 to 1, that everything together takes off (below 0: adds).
   */
  | {
      readonly kind: 'discount'
      readonly charge: string
      readonly from: PricePoint | null
      readonly to: PricePoint | null
      readonly shares: { readonly from: number; readonly to: number }
      /** Of `to`'s list price against `from`'s. */
      readonly list: 'higher' | 'lower' | 'same'
      readonly amount: number
    }
  /** The quantity follows other rows' costs (`cost("…")`, `subtotal("…")`), which moved. */
  | { readonly kind: 'follows'; readonly charge: string; readonly amount: number }
  /** Only one of the books knows the price. `amount`: what the known figure adds to (or takes from) the total. */
  | { readonly kind: 'found' | 'lost'; readonly charge: string; readonly message: string; readonly amount: number }

/** `price`: of the first unit; `tiers`: the steps that the row's usage reaches, one for a plain price. In the workbook's currency. */
export type PricePoint = {
  readonly price: number
  readonly tiers: readonly { readonly from: number; readonly price: number }[]
  readonly source: PriceSource
}

export type RowMove = {
  readonly id: Id
  readonly name: string
  readonly service: string
  readonly region: string
  readonly from: Money
  readonly to: Money
  /** `to.monthly − from.monthly`, in the workbook's currency; the reasons' amounts add up to it. */
  readonly amount: number
  /** Empty where nothing moved. */
  readonly reasons: readonly MoveReason[]
}

/** A workbook priced with two books: every row, in order. `amount` of the rows adds up to `amount`. */
export type Repricing = {
  readonly rows: readonly RowMove[]
  readonly from: Money
  readonly to: Money
  readonly amount: number
}

/** `repriceWorkbook` of pricing/analysis/reprice.ts. The workbook itself is not changed. */
export type RepriceWorkbook = (workbook: Workbook, from: Context, to: Context) => Repricing

/** Terms in which a machine is priced, in the order of a book. */
export const machineTerms: readonly ComputeTerm[] = ['on-demand', 'spot', 'reserved-1y-no-upfront', 'reserved-3y-no-upfront']

// ————— updating from the vendors' public endpoints —————

export type UpdateQuery = {
  readonly providers: readonly PricedCloud[]
  /** Region codes; of a cloud that knows none of them nothing is fetched, Google gives all of its own. Empty: those of the base book. */
  readonly regions: readonly string[]
  /** Names of the vendor's services (`AmazonEC2`, `Virtual Machines`, `Compute Engine`); empty: all that are mapped. */
  readonly services: readonly string[]
  /** Google's API key; without one Google is refused. */
  readonly googleKey: string | null
}

/** One answer of a price endpoint. `body` may end early or throw: the reader notices and asks again. */
export type PriceAnswer = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array>
}

/** The network, the clock and the shelf for what an interrupted update has finished; given by the host. */
export type UpdateDoors = {
  /** Rejects when the network cannot be reached; `code` is then the system's (`ENOTFOUND` …) where there is one. */
  readonly fetch: (url: string, headers: Readonly<Record<string, string>>) => Promise<PriceAnswer>
  readonly wait: (ms: number) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly parts: PartShelf
  /** Other addresses than the vendors', for tests. */
  readonly addresses?: Readonly<Record<PricedCloud, string>>
}

/** Finished parts of an update, as files of small books. */
export type PartShelf = {
  read(name: string): Promise<Uint8Array | null>
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Forgets every part: the update is whole, or another one begins. */
  clear(): Promise<void>
}

export type UpdateProgress = ImportProgress & {
  /** Parts (a service in a region) finished, of all. */
  readonly part: number
  readonly parts: number
  /** Why it waits, as a sentence (`AWS asks to wait 20 s`), else null. */
  readonly waiting: string | null
}

/** `updatePrices` of pricing/catalog/update/update.ts. Interrupted, it goes on where it stood when asked again for the same. */
export type UpdatePrices = (
  query: UpdateQuery,
  options: ImportOptions,
  doors: UpdateDoors,
  progress: (progress: UpdateProgress) => void,
  cancel: Cancel,
) => Promise<ImportedBook | Refusal>
