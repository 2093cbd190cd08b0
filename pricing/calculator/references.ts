import { readCell } from '#shared/formula/index.ts'
import type { Component, Driver, Id, Schedule } from '#shared/document/types.ts'
import type { Reference } from '#shared/formula/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { textOf } from './explain.ts'
import { isOff, ownPrice } from './prices.ts'
import { scheduleTexts } from './schedules.ts'
import { spotTexts } from './shares.ts'
import { looksWeekly } from './weeks.ts'

/** What two references to the same thing have in common. */
export function referenceKey(reference: Reference): string {
  switch (reference.kind) {
    case 'name':
      return `name ${reference.name}`
    case 'cost':
      return `cost ${reference.row}`
    case 'subtotal':
      return `subtotal ${reference.of}`
    case 'schedule':
      return `schedule ${reference.schedule}`
  }
}

/** What tells a row from everything a reference names. */
export function rowKey(id: Id): string {
  return `row ${id}`
}

/** What tells the quantities of a row, which its pools add up, from its cost, which needs the pools. */
export function usageKey(id: Id): string {
  return `usage ${id}`
}

export function poolNodeKey(pool: string): string {
  return `pool ${pool}`
}

/** What tells the rows that are counted together hour by hour. */
export function meetingKey(meeting: string): string {
  return `meeting ${meeting}`
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
    case 'schedule':
      return `schedule("${reference.schedule}")`
  }
}

export function driverReferences(driver: Driver): readonly Reference[] {
  return cellReferences(driver.value)
}

export function scheduleReferences(schedule: Schedule): readonly Reference[] {
  return scheduleTexts(schedule).flatMap(cellReferences)
}

/** References that add up the costs of rows. */
export type SumReference = Extract<Reference, { readonly kind: 'cost' | 'subtotal' }>

export function isSum(reference: Reference): reference is SumReference {
  return reference.kind === 'cost' || reference.kind === 'subtotal'
}

/**
 * Everything a row's cells read: its number inputs, its own prices of what it is charged and, where its service has sizes to reserve, the
 * shares of how it is bought.
 */
export function rowReferences(component: Component, declaration: ServiceDeclaration | undefined): readonly Reference[] {
  if (declaration === undefined) return []
  const inputs = Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' ? [textOf(component, id, input.default)] : [],
  )
  const isBought = Object.values(declaration.charges).some((charge) => 'compute' in charge)
  const shares = (isBought ? component.purchase : []).flatMap((share) => [
    share.coverage,
    ...(share.discount === undefined ? [] : [share.discount]),
    ...(spotTexts(share) ?? []),
  ])
  const prices = Object.entries(declaration.charges).flatMap(([id, charge]) =>
    isOff(charge, component, declaration) ? [] : (ownPrice(component, id)?.price ?? []),
  )
  return [...inputs, ...shares, ...prices].flatMap(cellReferences)
}

const plainNumber = /^[\d.]*$/

/** What the formula in a cell reads. Most cells are plain numbers, which are not even read for it. */
export function cellReferences(text: string): readonly Reference[] {
  if (plainNumber.test(text) || looksWeekly(text)) return []
  const cell = readCell(text)
  return cell.kind === 'formula' ? cell.references : []
}
