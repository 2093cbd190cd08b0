import { readFileSync } from 'node:fs'
import { newWorkbook, settingsOf } from '#shared/document/empty.ts'
import type { Component, PurchaseShare, Rounding, Workbook } from '#shared/document/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { ChargeEstimate, Estimate } from '#pricing/calculator/types.ts'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import type { PriceBook, PriceTier } from '#pricing/catalog/types.ts'
import type { Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'

export type Row = {
  readonly service: string
  readonly inputs: Readonly<Record<string, string>>
  readonly name?: string
  readonly region?: string
  readonly purchase?: readonly PurchaseShare[]
}

/** How a workbook of a test differs from an empty one. */
export type Settings = { readonly monthHours?: number; readonly rounding?: Rounding }

/** One price for every unit, or steps from zero. */
export type Price = number | readonly PriceTier[]
export type Machine = { readonly cloud?: Cloud; readonly onDemand: number; readonly reserved1y?: number }

export type Example = Settings & {
  readonly name: string
  readonly source: string
  readonly rows: readonly Row[]
  readonly prices: Readonly<Record<string, Price>>
  readonly machines?: Readonly<Record<string, Machine>>
  /** What the page prints, in US dollars a month. */
  readonly total: number
  /** How far the printed figure may lie from the exact one; half a cent unless the page rounds otherwise. */
  readonly within?: number
}

/** A month at list prices of the bundled book, worked out by hand: `working` is the arithmetic, `total` what it comes to. */
export type Worked = { readonly name: string; readonly rows: readonly Row[]; readonly working: string; readonly total: number }

/** The first units free, the others at a price. */
export function free(allowance: number, price: number): readonly PriceTier[] {
  return graded([allowance, 0], [Infinity, price])
}

/** Steps written as [up to, price]. */
export function graded(...steps: readonly (readonly [number, number])[]): readonly PriceTier[] {
  return steps.map(([to, price], index) => ({ from: steps[index - 1]?.[0] ?? 0, to, price }))
}

let bundled: PriceBook | null = null

/** The book that comes with the program. */
export function bundledBook(): PriceBook {
  bundled ??= openBook(readFileSync(new URL(`../../pricing/catalog/data/${bundledBookName}`, import.meta.url)))
  return bundled
}

/** A book that holds an example's own prices and nothing else. */
export function bookOf(example: Pick<Example, 'prices' | 'machines'>): PriceBook {
  return overlayBook(null, {
    rates: Object.entries(example.prices).map(([key, price]) =>
      typeof price === 'number' ? { key, unit: 'unit', price } : { key, unit: 'unit', tiers: price },
    ),
    compute: Object.entries(example.machines ?? {}).map(([size, { cloud = 'aws', onDemand, reserved1y }]) => ({
      cloud,
      size,
      hourly: { 'on-demand': onDemand, ...(reserved1y === undefined ? {} : { 'reserved-1y-no-upfront': reserved1y }) },
    })),
  })
}

const usual: Readonly<Record<Cloud, string>> = { aws: 'us-east-1', google: 'us-central1', azure: 'eastus', general: '' }

/** Where a row stands that names no region: the one its cloud is priced best in. */
export function usualRegion(declaration: ServiceDeclaration): string {
  return declaration.region === 'none' ? '' : usual[declaration.cloud]
}

export function workbookOf(rows: readonly Row[], settings: Settings = {}): Workbook {
  const empty = newWorkbook('test', 'Test', '2026-11-22')
  const standard = settingsOf(empty)
  const month = settings.monthHours === undefined ? standard.month : { hours: settings.monthHours }
  return {
    ...empty,
    settings: new Map([['settings', { ...standard, month, rounding: settings.rounding ?? 'exact' }]]),
    components: new Map(rows.map((row, index) => [`c${index}`, componentOf(row, index)])),
  }
}

function componentOf(row: Row, index: number): Component {
  const declaration = services.get(row.service)
  return {
    id: `c${index}`,
    order: index,
    name: row.name ?? `${row.service} ${index + 1}`,
    service: row.service,
    region: row.region ?? (declaration === undefined ? '' : usualRegion(declaration)),
    group: '',
    environment: '',
    inputs: row.inputs,
    purchase: row.purchase ?? [],
    prices: {},
    tags: {},
    note: '',
  }
}

export function priced(rows: readonly Row[], book: PriceBook, settings: Settings = {}): Estimate {
  return estimate(workbookOf(rows, settings), { book, services })
}

/** The charges of a single row, by id. */
export function chargesOf(row: Row, book: PriceBook, settings: Settings = {}): ReadonlyMap<string, ChargeEstimate> {
  const [component] = priced([row], book, settings).components
  return new Map((component?.charges ?? []).map((charge) => [charge.id, charge]))
}

/** Every sentence that an estimate has to say about what it could not price. */
export function complaints(estimated: Estimate): string[] {
  return estimated.components.flatMap((component) => [
    ...component.issues.map((issue) => issue.message),
    ...component.charges.flatMap((charge) => charge.problem?.message ?? charge.unknown?.message ?? []),
  ])
}
