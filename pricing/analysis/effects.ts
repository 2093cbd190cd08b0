import { differences } from '#shared/document/scenarios/record.ts'
import { differentFields, fieldValue, withField } from '#shared/document/scenarios/fields.ts'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Settings, Workbook } from '#shared/document/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { priceFromNothing } from './figures.ts'
import type { Pricing } from './figures.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'

/**
 * Why two designs cost differently. `quantity`: how much is used (numbers, drivers, schedules); `mix`: what is used (rows that come and
 * go, services, sizes, choices); `region`: where; `price`: what a unit costs (book, negotiated discounts, prices typed on rows,
 * currency, free tier); `purchase`: how it is bought.
 */
export const effectKinds = ['quantity', 'mix', 'region', 'price', 'purchase'] as const
export type EffectKind = (typeof effectKinds)[number]

export type Effects = Readonly<Record<EffectKind, number>>

/** The effects on the total, and on every row that either design has. */
export type Caused = { readonly total: Effects; readonly rows: ReadonlyMap<Id, Effects> }

/** A workbook and what it is priced with. */
export type Priced = { readonly workbook: Workbook; readonly context: Context }

/**
 * The effects that lead from one estimate to the other, in the workbook's currency a month: for the total and for every row that either
 * has. They are found by changing the one design into the other in the order of `effectKinds` and pricing it after each step, so
 * an effect that depends on another is counted with the later one, and all of them add up to the whole difference.
 * Charges without a known cost are left out of both, as in every total.
 */
export function effects(before: Priced, after: Priced, price: Pricing = priceFromNothing): Caused {
  const steps = [price(before.workbook, before.context)]
  let workbook = before.workbook
  for (const kind of effectKinds) {
    const isLast = kind === effectKinds.at(-1)
    workbook = isLast ? after.workbook : apply(workbook, changesOf(kind, workbook, after))
    steps.push(price(workbook, effectKinds.indexOf(kind) >= effectKinds.indexOf('price') ? after.context : before.context))
  }
  const ids = new Set([...before.workbook.components.keys(), ...after.workbook.components.keys()])
  return {
    total: stepwise(steps.map((step) => step.total.monthly)),
    rows: new Map([...ids].map((id) => [id, stepwise(steps.map((step) => step.rows.get(id)?.monthly ?? 0))])),
  }
}

function stepwise(totals: readonly number[]): Effects {
  const [start = 0, quantity = start, mix = quantity, region = mix, price = region, purchase = price] = totals
  return { quantity: quantity - start, mix: mix - quantity, region: region - mix, price: price - region, purchase: purchase - price }
}

/** What of the way to the other workbook belongs to this step. */
function changesOf(kind: EffectKind, workbook: Workbook, { workbook: target, context }: Priced): readonly Change[] {
  return differences(workbook, target).flatMap((change): Change[] => {
    if (change.table === 'components') return componentChange(kind, change, context)
    if (change.table === 'settings') return settingsChange(kind, change)
    if (change.table === 'services') return kind === 'price' ? [change] : []
    return kind === 'quantity' ? [change] : []
  })
}

type ChangeOf<T extends Change['table']> = Extract<Change, { readonly table: T }>

function componentChange(kind: EffectKind, change: ChangeOf<'components'>, context: Context): Change[] {
  const { before, after } = change
  if (before === null || after === null) return kind === 'mix' ? [change] : []
  // What another service is asked for is told by its own inputs: with the service, all of them change.
  if (before.service !== after.service)
    return kind === 'mix' ? [{ ...change, after: { ...after, purchase: before.purchase } }] : kind === 'purchase' ? [change] : []
  const declaration = context.services.get(after.service)
  const fields = differentFields(before, after).filter(({ field }) => kindOf(field, declaration) === kind)
  if (fields.length === 0) return []
  return [{ ...change, after: fields.reduce<Component>((row, { field }) => withField(row, field, fieldValue(after, field)), before) }]
}

/** Names, groups, tags and notes move no price of their own; what refers to them moves with the quantities. */
function kindOf(field: string, declaration: ServiceDeclaration | undefined): EffectKind {
  if (field === 'region') return 'region'
  if (field === 'purchase') return 'purchase'
  if (field.startsWith('prices.')) return 'price'
  const input = field.startsWith('inputs.') ? declaration?.inputs[field.slice('inputs.'.length)] : undefined
  return input !== undefined && input.kind !== 'number' ? 'mix' : 'quantity'
}

const priceSettings: readonly (keyof Settings)[] = ['priceBook', 'currency', 'freeTier', 'rounding']

function settingsChange(kind: EffectKind, change: ChangeOf<'settings'>): Change[] {
  const { before, after } = change
  if (before === null || after === null) return []
  if (kind !== 'price' && kind !== 'quantity') return []
  const fields = differentFields(before, after).filter(({ field }) => priceSettings.some((one) => one === field) === (kind === 'price'))
  return fields.length === 0
    ? []
    : [{ ...change, after: fields.reduce<Settings>((settings, { field }) => withField(settings, field, fieldValue(after, field)), before) }]
}
