import type { Component } from '#shared/document/types.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'

/** Something a rule can set, as an override names it. */
export type RuleField = { readonly field: string; readonly label: string; readonly kind: 'formula' | 'choice' | 'text' }

type Services = ReadonlyMap<string, ServiceDeclaration>

/** What a rule for these rows can set: the inputs that all of their services have, and the region. */
export function fieldsOf(rows: readonly Component[], services: Services): readonly RuleField[] {
  const declared = [...new Set(rows.map(({ service }) => service))].flatMap((id) => services.get(id) ?? [])
  const [first, ...others] = declared
  if (first === undefined) return [region]
  const shared = Object.entries(first.inputs).filter(([id, { kind }]) => others.every(({ inputs }) => inputs[id]?.kind === kind))
  return [...shared.map(([id, input]) => ({ field: `inputs.${id}`, label: input.label, kind: kindOf(input) })), region]
}

const region: RuleField = { field: 'region', label: 'Region', kind: 'text' }

function kindOf({ kind }: Input): RuleField['kind'] {
  return kind === 'number' ? 'formula' : 'choice'
}

/** What a field of a rule is called where the rows it is for no longer have it. */
export function fieldLabel(field: string, fields: readonly RuleField[]): string {
  return fields.find((one) => one.field === field)?.label ?? field.replace(/^inputs\./, '')
}
