import { readCell } from '#shared/formula/index.ts'
import type { Component, Driver, Id } from '#shared/document/types.ts'
import type { Reference } from '#shared/formula/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { textOf } from './explain.ts'

/** What two references to the same thing have in common. */
export function referenceKey(reference: Reference): string {
  switch (reference.kind) {
    case 'name':
      return `name ${reference.name}`
    case 'cost':
      return `cost ${reference.row}`
    case 'subtotal':
      return `subtotal ${reference.of}`
  }
}

/** What tells a row from everything a reference names. */
export function rowKey(id: Id): string {
  return `row ${id}`
}

/** How a person writes it. */
export function referenceText(reference: Reference): string {
  switch (reference.kind) {
    case 'name':
      return reference.name
    case 'cost':
      return `cost("${reference.row}")`
    case 'subtotal':
      return `subtotal("${reference.of}")`
  }
}

export function driverReferences(driver: Driver): readonly Reference[] {
  return cellReferences(driver.value)
}

/** Everything a row's cells read: its number inputs and, where its service has sizes to reserve, the shares of how it is bought. */
export function rowReferences(component: Component, declaration: ServiceDeclaration | undefined): readonly Reference[] {
  if (declaration === undefined) return []
  const inputs = Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' ? [textOf(component, id, input.default)] : [],
  )
  const isBought = Object.values(declaration.charges).some((charge) => 'compute' in charge)
  const shares = (isBought ? component.purchase : []).flatMap((share) =>
    share.discount === undefined ? [share.coverage] : [share.coverage, share.discount],
  )
  return [...inputs, ...shares].flatMap(cellReferences)
}

function cellReferences(text: string): readonly Reference[] {
  const cell = readCell(text)
  return cell.kind === 'formula' ? cell.references : []
}
