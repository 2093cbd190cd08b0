import type { Change } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Component, Driver, PurchaseShare, RowPrice, Workbook } from '#shared/document/types.ts'
import { readCell, renameReference, renameReferences } from '#shared/formula/index.ts'
import type { Reference } from '#shared/formula/types.ts'
import { replaced } from './records.ts'

/** A formula that refers to something, for a person: the record's name and which of its texts. */
export type Use = { readonly table: 'components' | 'drivers'; readonly id: string; readonly name: string; readonly field: string }

/** `driver users`, `API servers (count)`. */
export function printUse(use: Use): string {
  return use.table === 'drivers' ? `driver ${use.name}` : `${use.name} (${use.field})`
}

const driverFields = ['value', 'low', 'high', 'growth'] as const

/** Every formula of the workbook that refers to `target`, in the order of the sheet, drivers first. */
export function usesOf(workbook: Workbook, target: Reference): readonly Use[] {
  return usesWhere(workbook, (reference) => sameReference(reference, target))
}

/** Every formula of the workbook with such a reference, in the same order. */
export function usesWhere(workbook: Workbook, matches: (reference: Reference) => boolean): readonly Use[] {
  const uses: Use[] = []
  for (const driver of rows(workbook.drivers)) {
    for (const field of driverFields) {
      if (refersTo(driver[field], matches)) uses.push({ table: 'drivers', id: driver.id, name: driver.name, field })
    }
  }
  for (const component of rows(workbook.components)) {
    for (const [field, text] of componentTexts(component)) {
      if (refersTo(text, matches)) uses.push({ table: 'components', id: component.id, name: component.name, field })
    }
  }
  return uses
}

function componentTexts(component: Component): readonly (readonly [string, CellText])[] {
  const shares = component.purchase.flatMap((share) => [
    ['purchase', share.coverage] as const,
    ...(share.discount === undefined ? [] : [['purchase', share.discount] as const]),
  ])
  const prices = Object.values(component.prices).map(({ price }) => ['price', price] as const)
  return [...Object.entries(component.inputs), ...shares, ...prices]
}

function refersTo(text: CellText | undefined, matches: (reference: Reference) => boolean): boolean {
  if (text === undefined || !text.trimStart().startsWith('=')) return false
  const cell = readCell(text)
  return cell.kind === 'formula' && cell.references.some(matches)
}

function sameReference(a: Reference, b: Reference): boolean {
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name
  if (a.kind === 'cost') return b.kind === 'cost' && a.row === b.row
  return b.kind === 'subtotal' && a.of === b.of
}

/** A formula text with some of its references renamed; the very same text when nothing is. */
export type Rewrite = (text: CellText) => CellText

export function renaming(from: Reference, to: string): Rewrite {
  return (text) => (refersTo(text, (reference) => sameReference(reference, from)) ? renameReference(text, from, to) : text)
}

/** `names`: what rows were called, and what they are called now. All at once, so that names may change places. */
export function renamingRows(names: ReadonlyMap<string, string>): Rewrite {
  const nowOf = (reference: Reference) => (reference.kind === 'cost' ? names.get(reference.row) : undefined)
  return (text) => (refersTo(text, (reference) => nowOf(reference) !== undefined) ? renameReferences(text, nowOf) : text)
}

export function rewriteDriver(driver: Driver, rewrite: Rewrite): Driver {
  const changed = driverFields.flatMap((field) => {
    const text = driver[field]
    const next = text === undefined ? text : rewrite(text)
    return next === text ? [] : [[field, next] as const]
  })
  return changed.length === 0 ? driver : { ...driver, ...Object.fromEntries(changed) }
}

export function rewriteComponent(component: Component, rewrite: Rewrite): Component {
  const inputs = Object.entries(component.inputs).map(([name, text]) => [name, rewrite(text)] as const)
  const purchase = component.purchase.map((share) => rewriteShare(share, rewrite))
  const prices = Object.entries(component.prices).map(([charge, one]) => [charge, rewritePrice(one, rewrite)] as const)
  const same =
    inputs.every(([name, text]) => component.inputs[name] === text) &&
    purchase.every((share, index) => share === component.purchase[index]) &&
    prices.every(([charge, one]) => component.prices[charge] === one)
  return same ? component : { ...component, inputs: Object.fromEntries(inputs), purchase, prices: Object.fromEntries(prices) }
}

function rewritePrice(one: RowPrice, rewrite: Rewrite): RowPrice {
  const price = rewrite(one.price)
  return price === one.price ? one : { ...one, price }
}

function rewriteShare(share: PurchaseShare, rewrite: Rewrite): PurchaseShare {
  const coverage = rewrite(share.coverage)
  const discount = share.discount === undefined ? undefined : rewrite(share.discount)
  if (coverage === share.coverage && discount === share.discount) return share
  return discount === undefined ? { ...share, coverage } : { ...share, coverage, discount }
}

/** The changes that rewrite every formula of the workbook. */
export function rewriteAll(workbook: Workbook, rewrite: Rewrite): readonly Change[] {
  const drivers = rows(workbook.drivers).flatMap((driver) => {
    const next = rewriteDriver(driver, rewrite)
    return next === driver ? [] : [replaced('drivers', driver, next)]
  })
  const components = rows(workbook.components).flatMap((component) => {
    const next = rewriteComponent(component, rewrite)
    return next === component ? [] : [replaced('components', component, next)]
  })
  return [...drivers, ...components]
}
