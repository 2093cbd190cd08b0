import type { OverridePlace } from '#shared/commands/scenarios.ts'
import { recordIn } from '#shared/document/scenarios/record.ts'
import type { Id, OverriddenTable, Override, Tables } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { parentText, valueText } from '#renderer/workspace/own-values.ts'
import type { OwnValues } from '#renderer/workspace/own-values.ts'

/** One thing a scenario holds differently, in words. */
export type Difference = {
  readonly key: string
  readonly name: string
  /** `Count: 4 → 8`, `added here`, `left out`. */
  readonly text: string
  /** The row of the sheet it is about, `null` where it is about something else. */
  readonly row: Id | null
  readonly kind: Override['kind']
  readonly place: OverridePlace
}

type Services = ReadonlyMap<string, ServiceDeclaration>

/** Everything the scenario holds differently, in the order it came to be. Where the parent has the record no longer, nothing is said. */
export function listDifferences(own: OwnValues, services: Services, locale: string): readonly Difference[] {
  return own.scenario.overrides.flatMap((one): Difference[] => {
    const before = recordIn(own.parent, one.table, one.id)
    const record = one.kind === 'add' ? one.record : before
    if (record === undefined) return []
    const shared = { name: nameOf(record, one.table), row: one.table === 'components' ? one.id : null, kind: one.kind }
    const place = { table: one.table, id: one.id }
    const key = `${one.kind} ${one.table} ${one.id}`
    if (one.kind === 'add') return [{ ...shared, key, place, text: before === undefined ? 'added here' : 'replaced here' }]
    if (one.kind === 'drop') return [{ ...shared, key, place, text: 'left out' }]
    if (one.field === 'order') return [{ ...shared, key: `${key} order`, place: { ...place, field: 'order' }, text: 'moved' }]
    const was = parentText(own, one.table, one.id, one.field, locale)
    const is = valueText(one.value, locale)
    const text = `${fieldName(one.field, record, services)}: ${was === '' ? 'empty' : was} → ${is === '' ? 'empty' : is}`
    return [{ ...shared, key: `${key} ${one.field}`, place: { ...place, field: one.field }, text }]
  })
}

/** A row that is left out cannot be gone to. */
export function deletedAway({ kind }: Difference): boolean {
  return kind === 'drop'
}

function nameOf(record: Tables[OverriddenTable], table: OverriddenTable): string {
  if ('scope' in record) return `Budget ${record.scope}`
  return table === 'settings' || record.name === '' ? 'Workbook' : record.name
}

const words: Readonly<Record<string, string>> = { purchase: 'Buys', perUsd: 'Rate', warnAt: 'Warns from', failAt: 'Fails above' }

/** An input by its label, another field by its name. */
function fieldName(field: string, record: Tables[OverriddenTable], services: Services): string {
  const input = field.startsWith('inputs.') ? field.slice('inputs.'.length) : null
  if (input !== null && 'service' in record) return services.get(record.service)?.inputs[input]?.label ?? input
  const plain = field.replace(/^tags\./, 'tag ').replace(/^prices\./, 'price of ')
  return words[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
