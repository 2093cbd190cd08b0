import { takenRow } from '#shared/document/environments.ts'
import { spotTexts } from '#shared/document/rewrite.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Component, Workbook } from '#shared/document/types.ts'
import { readCell } from '#shared/formula/index.ts'
import { sameReference } from '#shared/formula/references.ts'
import type { Reference } from '#shared/formula/types.ts'

/** A formula that refers to something, for a person: the record's name and which of its texts. */
export type Use = {
  readonly table: 'components' | 'drivers' | 'schedules' | 'environments'
  readonly id: string
  readonly name: string
  readonly field: string
}

/** `driver users`, `schedule Office hours`, `rules of dev`, `API servers (count)`. */
export function printUse(use: Use): string {
  if (use.table === 'schedules') return `schedule ${use.name}`
  if (use.table === 'environments') return `rules of ${use.name}`
  return use.table === 'drivers' ? `driver ${use.name}` : `${use.name} (${use.field})`
}

/** The fields of a driver that are cells. */
export const driverFields = ['value', 'low', 'high', 'growth'] as const

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
  for (const { id, name, scaling } of rows(workbook.schedules)) {
    for (const [field, text] of Object.entries(scaling ?? {})) {
      if (refersTo(text, matches)) uses.push({ table: 'schedules', id, name, field })
    }
  }
  for (const { id, name, rules } of rows(workbook.environments)) {
    const field = rules.flatMap(({ set = {} }) => Object.entries(set)).find(([, value]) => isText(value) && refersTo(value, matches))?.[0]
    if (field !== undefined) uses.push({ table: 'environments', id, name, field })
  }
  for (const component of ownRows(workbook)) {
    for (const [field, text] of componentTexts(component)) {
      if (refersTo(text, matches)) uses.push({ table: 'components', id: component.id, name: component.name, field })
    }
  }
  return uses
}

/** Without the rows that environments make of others: what they say is said by those and by the rules. */
export function ownRows(workbook: Workbook): readonly Component[] {
  const all = rows(workbook.components)
  if (workbook.environments.size === 0) return all
  return all.filter(({ id }) => {
    const taken = takenRow(id)
    return taken === null || !workbook.environments.has(taken.environment)
  })
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function componentTexts(component: Component): readonly (readonly [string, CellText])[] {
  const shares = component.purchase.flatMap((share) => [
    ['purchase', share.coverage] as const,
    ...(share.discount === undefined ? [] : [['purchase', share.discount] as const]),
    ...spotTexts(share).map(([, text]) => ['purchase', text] as const),
  ])
  const prices = Object.values(component.prices).map(({ price }) => ['price', price] as const)
  return [...Object.entries(component.inputs), ...shares, ...prices]
}

/** Whether a cell is a formula with such a reference. */
export function refersTo(text: CellText | undefined, matches: (reference: Reference) => boolean): boolean {
  if (text === undefined || !text.trimStart().startsWith('=')) return false
  const cell = readCell(text)
  return cell.kind === 'formula' && cell.references.some(matches)
}
