import { z } from 'zod'
import { delegate, exactly, say } from '../form.ts'
import { ORDER_LIMIT } from '../order.ts'
import { nearest, shown } from '../problem.ts'
import type { AddableTable, EnvironmentRule, Id, OverriddenTable, Override, Tables } from '../types.ts'
import { divided } from './fields.ts'

/** A record as a file's table gives it: its id may be missing, its place is told by the list. */
type Listed<R> = R extends unknown ? Omit<R, 'id' | 'order'> & { readonly id?: Id } : never

/** The schemas an override is checked by: a field's, and a whole record's where one can be added. */
export type Overridable = Readonly<
  Record<AddableTable, { readonly fields: Fields; readonly record: z.ZodType<Listed<Tables[AddableTable]>> }> &
    Record<'settings', { readonly fields: Fields }>
>
type Fields = Readonly<Record<string, z.ZodType>>

const place = z.number().min(-ORDER_LIMIT).max(ORDER_LIMIT)

type Context = { readonly addIssue: (issue: { code: 'custom'; message: string; path: PropertyKey[] }) => void }

const table = z.enum(['settings', 'drivers', 'components', 'budgets', 'schedules', 'environments', 'services'])

/** One override of a file: its build first, then what it holds, by the schema of its table. */
export function overrideIn(overridable: Overridable) {
  return z
    .discriminatedUnion(
      'kind',
      [
        exactly({ kind: z.literal('set'), table, id: z.string(), field: z.string(), value: z.unknown() }),
        exactly({ kind: z.literal('add'), table, order: place, record: z.unknown() }),
        exactly({ kind: z.literal('drop'), table, id: z.string() }),
      ],
      {
        error: (issue) =>
          say(
            `${shown(issue.input)} is not an override.`,
            'Write { "kind": "set", "table": "components", "id": "api", "field": "inputs.count", "value": "6" }, or "kind" "add" or "drop".',
          ),
      },
    )
    .transform((one, context): Override => {
      if (one.kind === 'drop') return one
      if (one.kind === 'set') {
        const { table: name, field, value = null } = one
        return { ...one, value: fieldValue(name, overridable[name].fields, field, value, context, ['value'], ['field']) }
      }
      return addedRecord(one.table, one.order, one.record, overridable, context)
    })
}

/** A rule of an environment: what it sets is checked by the fields of a component. `fields` is asked for when there is a rule. */
export function ruleIn(fields: () => Fields) {
  return exactly({
    match: z.string(),
    leaveOut: z.literal(true).exactOptional(),
    set: z.record(z.string(), z.unknown()).exactOptional(),
  }).transform((rule, context): EnvironmentRule => {
    const { set, ...others } = rule
    if (set === undefined) return others
    const known = fields()
    return {
      ...others,
      set: Object.fromEntries(
        Object.entries(set).map(([field, value]) => [
          field,
          fieldValue('components', known, field, value, context, ['set', field], ['set', field]),
        ]),
      ),
    }
  })
}

function fieldValue(
  table: string,
  fields: Fields,
  field: string,
  value: unknown,
  context: Context,
  at: readonly PropertyKey[],
  fieldAt: readonly PropertyKey[],
): unknown {
  const [key, inner] = divided(field)
  if (field === 'order') return delegate(place, value, context, at)
  const schema = Object.hasOwn(fields, key) && key !== 'id' ? fields[key] : undefined
  if (schema === undefined) {
    const known = [...Object.keys(fields).filter((one) => one !== 'id'), 'order']
    const meant = nearest(key, known)
    const fix = meant === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${JSON.stringify(meant)}?`
    context.addIssue({ code: 'custom', message: say(`${table} have no field ${JSON.stringify(key)}.`, fix), path: [...fieldAt] })
    return null
  }
  if (inner === null) return value === null && mayBeAbsent(schema) ? null : delegate(schema, value, context, at)
  if (value === null) return null
  const map: unknown = delegate(schema, Object.fromEntries([[inner, value]]), context, at)
  return typeof map === 'object' && map !== null ? (Object.entries(map)[0]?.[1] ?? null) : null
}

/** A field with a default is always there. */
function mayBeAbsent(schema: z.ZodType): boolean {
  const read = z.object({ field: schema }).safeParse({})
  return read.success && !Object.hasOwn(read.data, 'field')
}

function addedRecord(name: OverriddenTable, order: number, record: unknown, overridable: Overridable, context: Context): Override {
  if (name === 'settings') {
    context.addIssue({ code: 'custom', message: say(`No ${name} can be added.`, 'Override a field with "kind": "set".'), path: ['table'] })
    return z.NEVER
  }
  const read = delegate(overridable[name].record, record, context, ['record'])
  const id = read?.id
  if (id !== undefined) return { kind: 'add', table: name, id, record: { ...read, id, order } }
  if (read !== undefined) {
    context.addIssue({ code: 'custom', message: say('The added record has no id.', 'Give it an "id" of its own.'), path: ['record'] })
  }
  return z.NEVER
}
