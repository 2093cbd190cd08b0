import { rows } from '#shared/document/rows.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import type { Reference } from '#shared/formula/types.ts'
import { cloudNames } from '#pricing/catalog/reasons.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud, Commitment, ServiceDeclaration } from '#pricing/services/declare.ts'
import { textOf } from '../explain.ts'
import { chosen } from '../prices.ts'
import { programOf } from '../program.ts'
import { cellReferences, driverReferences } from '../references.ts'
import { serviceOf } from '../services.ts'
import { sustainedFor } from '../shares.ts'
import type { Context } from '../types.ts'
import { looksWeekly } from '../weeks.ts'
import { coveredCharges } from './covered-usage.ts'
import { resourceCharges } from './resource-usage.ts'
import { familyOf, machineCharge, machineOf } from './usage.ts'

/**
 * Rows that are counted together hour by hour, for what one of them costs depends on what the others use: machines of one family in one
 * region, or all of a cloud where a plan covers all of it. `name` is what a cycle through them calls it.
 */
export type Meeting = { readonly key: string; readonly name: string }

/** What decides which rows meet. `committed`: keys of meetings that commitments take part in. `weekly`: names that may change by the hour. */
export type Counting = { readonly book: PriceBook; readonly committed: ReadonlySet<string>; readonly weekly: ReadonlySet<string> }

export function countingOf(workbook: Workbook, context: Context): Counting {
  return { book: context.book, committed: committedKeys(workbook, context), weekly: weeklyNames(rows(workbook.drivers)) }
}

/** The keys of the meetings that the workbook's commitment rows take part in. */
export function committedKeys(workbook: Workbook, context: Context): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const component of workbook.components.values()) {
    const declaration = serviceOf(component, workbook, context)
    if (declaration?.commitment !== undefined) keys.add(ownKey(component, declaration, declaration.commitment, context.book))
  }
  return keys
}

/**
 * What a row takes part in: commitments and the machines that they may cover, and machines whose sustained use is discounted and whose number
 * may change by the hour. Machines that never change have that discount by themselves. Null for any other row.
 */
export function meetingOf(component: Component, declaration: ServiceDeclaration | undefined, counting: Counting): Meeting | null {
  if (declaration === undefined) return null
  const { book, committed } = counting
  const { commitment, cloud } = declaration
  if (commitment !== undefined) return covering(cloud, committed.has(cloud) ? cloud : ownKey(component, declaration, commitment, book))
  const charge = programOf(declaration).charges[machineCharge(declaration)]
  if (charge === undefined || !('compute' in charge.charge)) return resourceMeeting(component, declaration, counting)
  const isSustained = sustainedFor(charge, component, declaration, false) !== null && mayChange(component, declaration, counting)
  if (!isSustained && committed.size === 0) return null
  if (machineOf(component, declaration, book) === null) return null
  if (committed.has(cloud)) return covering(cloud, cloud)
  const key = keyOf(cloud, component.region, chosen(component, declaration, charge.charge.compute), book)
  if (committed.has(key)) return covering(cloud, key)
  return isSustained ? { key, name: `the sustained use of ${placeOf(cloud, key)}` } : null
}

/** vCPUs and memory by themselves, such as those of custom machines, and what a plan for all compute covers of them. */
function resourceMeeting(component: Component, declaration: ServiceDeclaration, counting: Counting): Meeting | null {
  const { cloud } = declaration
  if (counting.committed.has(cloud) && coveredCharges(component, declaration, counting.book).length > 0) return covering(cloud, cloud)
  const [first] = resourceCharges(component, declaration, counting.book)
  if (first === undefined || !mayChange(component, declaration, counting)) return null
  const { region, series } = first.resource
  return { key: `${declaration.id} ${region} ${series}`, name: `the sustained use of custom ${series} in ${region}` }
}

function covering(cloud: Cloud, key: string): Meeting {
  return { key, name: `what the commitments cover of ${placeOf(cloud, key)}` }
}

/** Where a commitment takes part: in all of its cloud, or in one family of a region. */
function ownKey(component: Component, declaration: ServiceDeclaration, { kind }: Commitment, book: PriceBook): string {
  if (kind === 'savings-plan') return declaration.cloud
  return keyOf(declaration.cloud, component.region, chosen(component, declaration, 'size'), book)
}

/** Azure reserves one size and no other. */
function keyOf(cloud: Cloud, region: string, size: string, book: PriceBook): string {
  return `${cloud} ${region} ${cloud === 'azure' || cloud === 'general' ? size : familyOf(cloud, size, book)}`
}

function placeOf(cloud: Cloud, key: string): string {
  if (key === cloud) return cloudNames[cloud]
  const [, region = '', family = ''] = key.split(' ')
  return `${family} in ${region}`
}

/** Whether any of a row's numbers may change by the hour. */
function mayChange(component: Component, { inputs }: ServiceDeclaration, { weekly }: Counting): boolean {
  return Object.entries(inputs).some(([id, input]) => {
    const text = input.kind === 'number' ? textOf(component, id, input.default) : ''
    return looksWeekly(text) || cellReferences(text).some((reference) => readsWeek(reference, weekly))
  })
}

function readsWeek(reference: Reference, weekly: ReadonlySet<string>): boolean {
  return reference.kind === 'schedule' || (reference.kind === 'name' && weekly.has(reference.name))
}

/** Names of drivers that hold a week or a schedule, or read one that does. */
export function weeklyNames(drivers: readonly Driver[]): ReadonlySet<string> {
  const weekly = new Set(drivers.flatMap(({ name, value }) => (looksWeekly(value) ? [name] : [])))
  const others = drivers
    .map((driver) => ({ driver, references: driverReferences(driver) }))
    .filter(({ references }) => references.length > 0)
  for (let known = -1; known !== weekly.size;) {
    known = weekly.size
    for (const { driver, references } of others) if (references.some((reference) => readsWeek(reference, weekly))) weekly.add(driver.name)
  }
  return weekly
}
