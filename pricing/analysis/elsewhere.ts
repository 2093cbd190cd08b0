import type { Component, Id, Override, Workbook } from '#shared/document/types.ts'
import { isBurstable, shapeOf, wouldDo } from '#pricing/catalog/equivalents.ts'
import { nearestRegions } from '#pricing/catalog/regions.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { equivalentOf } from '#pricing/services/equivalents.ts'
import type { Equivalence, VendorCloud } from '#pricing/services/equivalents.ts'
import type { Pricing } from './figures.ts'

/** The same design in another region, or on another cloud: as overrides of a scenario. */

export type HomeRegion = { readonly cloud: VendorCloud; readonly region: string; readonly rows: number }

/** Where the rows stand: regions by how many of them stand there, the most first. */
export function homeRegions(workbook: Workbook, services: Context['services']): readonly HomeRegion[] {
  const found = new Map<string, HomeRegion>()
  for (const row of workbook.components.values()) {
    const cloud = cloudOf(row, services)
    if (cloud === null || row.region === '') continue
    const key = `${cloud} ${row.region}`
    found.set(key, { cloud, region: row.region, rows: (found.get(key)?.rows ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows)
}

function cloudOf({ service }: Component, services: Context['services']): VendorCloud | null {
  const cloud = services.get(service)?.cloud
  return cloud === undefined || cloud === 'general' ? null : cloud
}

/** The rows of one region in another one. Rows elsewhere, and services sold without a region, stay. */
export function inRegion(workbook: Workbook, home: HomeRegion, region: string, services: Context['services']): readonly Override[] {
  return rowsAt(workbook, home, services).map(({ id }) => ({ kind: 'set', table: 'components', id, field: 'region', value: region }))
}

function rowsAt(workbook: Workbook, home: HomeRegion, services: Context['services']): readonly Component[] {
  return [...workbook.components.values()].filter((row) => row.region === home.region && cloudOf(row, services) === home.cloud)
}

export type RegionOffer = {
  readonly region: string
  /** Of the whole design with its rows there, a month in the workbook's currency. */
  readonly monthly: number
  /** Rows that are in error there and not at home: what the region does not offer. */
  readonly missing: readonly { readonly id: Id; readonly name: string }[]
  /** Rows of which more is unknown there than at home: the book lacks a price of that region. */
  readonly unpriced: readonly { readonly id: Id; readonly name: string }[]
}

/** What the design would cost in a region and what it would lack there. `price` should be made by `pricingByDifference`. */
export function regionOffer(workbook: Workbook, home: HomeRegion, region: string, context: Context, price: Pricing): RegionOffer {
  const rows = rowsAt(workbook, home, context.services)
  const here = price(workbook, context)
  const moved = new Map(workbook.components)
  for (const row of rows) moved.set(row.id, { ...row, region })
  const there = price({ ...workbook, components: moved }, context)
  const more = (what: 'unknown' | 'problems') =>
    rows.filter(({ id }) => (there.rows.get(id)?.[what] ?? 0) > (here.rows.get(id)?.[what] ?? 0)).map(({ id, name }) => ({ id, name }))
  return { region, monthly: there.total.monthly, missing: more('problems'), unpriced: more('unknown') }
}

/** Rows that could not be taken along, and inputs of those that could for which nothing stands in. */
export type CloudDesign = {
  readonly overrides: readonly Override[]
  readonly moved: number
  readonly kept: readonly { readonly name: string; readonly why: string }[]
  readonly open: readonly { readonly name: string; readonly inputs: readonly string[] }[]
}

/**
 * The rows of a cloud on another one: each by the service that does the same work, its shared quantities taken over, machines by the
 * cheapest of the other cloud that has as much of everything in the region. What has no equivalent stays where it is.
 */
export function onCloud(workbook: Workbook, from: VendorCloud, to: VendorCloud, region: string, context: Context): CloudDesign {
  const overrides: Override[] = []
  const kept: { name: string; why: string }[] = []
  const open: { name: string; inputs: readonly string[] }[] = []
  let moved = 0
  for (const row of workbook.components.values()) {
    if (cloudOf(row, context.services) !== from) continue
    const found = equivalentOf(row.service, from, to)
    const here = context.services.get(row.service)
    const declaration = found === null ? undefined : context.services.get(found.service)
    if (found === null || here === undefined || declaration === undefined) {
      kept.push({
        name: row.name,
        why: `${here?.name ?? row.service} has no equivalent by the same quantities`,
      })
      continue
    }
    const taken = takenOver(row, { by: found.by, from, to, here, there: declaration, region }, context.book)
    if (typeof taken === 'string') {
      kept.push({ name: row.name, why: taken })
      continue
    }
    moved += 1
    overrides.push(...overridesTo(row, declaration, declaration.region === 'none' ? '' : region, taken))
    const left = unanswered(declaration, taken)
    if (left.length > 0) open.push({ name: row.name, inputs: left })
  }
  return { overrides, moved, kept, open }
}

type Inputs = Readonly<Record<string, string>>

/** From the service of a row to the one that stands in for it. */
type Way = {
  readonly by: Equivalence
  readonly from: VendorCloud
  readonly to: VendorCloud
  readonly here: ServiceDeclaration
  readonly there: ServiceDeclaration
  readonly region: string
}

/** The inputs of the other service, or why there can be none. */
function takenOver(row: Component, way: Way, book: PriceBook): Inputs | string {
  const { by, from, to, here, there, region } = way
  const inputs: Record<string, string> = { ...by.given?.[to] }
  for (const pair of by.inputs) {
    const input = pair[to]
    const text = pair[from] === undefined ? undefined : textOf(row, pair[from], here)
    if (input !== undefined && text !== undefined && text !== there.inputs[input]?.default) inputs[input] = text
  }
  for (const choice of by.choices ?? []) {
    const [input, value] = choice[from] ?? []
    const [inputThere, valueThere] = choice[to] ?? []
    if (input === undefined || inputThere === undefined || valueThere === undefined) continue
    if (textOf(row, input, here) === value) inputs[inputThere] = valueThere
  }
  const size = by.machine?.[from] === undefined ? undefined : textOf(row, by.machine[from], here)
  const machineInput = by.machine?.[to]
  if (size === undefined || machineInput === undefined) return inputs
  const machine = cheapestLike(size, from, to, region, book)
  return machine === null ? `no machine of ${region} has as much as ${size}` : { ...inputs, [machineInput]: machine }
}

/** What an input of a row holds; its service's default where nobody gave it. */
function textOf(row: Component, input: string, declaration: ServiceDeclaration): string | undefined {
  return row.inputs[input] ?? declaration.inputs[input]?.default
}

/** The cheapest machine on demand with as much of everything, as steady as the one it stands in for. */
function cheapestLike(size: string, from: VendorCloud, to: VendorCloud, region: string, book: PriceBook): string | null {
  const wanted = book.size(from, size)
  if (wanted === undefined) return null
  const shape = shapeOf(wanted)
  let best: { readonly size: string; readonly hourly: number } | null = null
  for (const one of book.sizes(to)) {
    if (!wouldDo(one, shape) || (isBurstable(one) && !isBurstable(wanted))) continue
    const hourly = book.hourly(to, one.size, region, 'on-demand')
    if (!Number.isNaN(hourly) && (best === null || hourly < best.hourly)) best = { size: one.size, hourly }
  }
  return best?.size ?? null
}

function overridesTo(row: Component, { id: service }: ServiceDeclaration, region: string, inputs: Inputs): readonly Override[] {
  const set = (field: string, value: unknown): Override => ({ kind: 'set', table: 'components', id: row.id, field, value })
  return [
    set('service', service),
    ...(row.region === region ? [] : [set('region', region)]),
    ...Object.keys(row.inputs).flatMap((input) => (Object.hasOwn(inputs, input) ? [] : [set(`inputs.${input}`, null)])),
    ...Object.entries(inputs).flatMap(([input, text]) => (row.inputs[input] === text ? [] : [set(`inputs.${input}`, text)])),
    ...Object.keys(row.prices).map((charge) => set(`prices.${charge}`, null)),
  ]
}

/** Labels of the inputs that have no default and that nothing was taken over for. */
function unanswered(declaration: ServiceDeclaration, inputs: Inputs): readonly string[] {
  return Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' && input.default === undefined && !Object.hasOwn(inputs, id) ? [input.label] : [],
  )
}

/** Regions of a cloud that the book knows, the nearest to a region of any cloud first. */
export function regionsNear(to: VendorCloud, region: string, book: PriceBook): readonly string[] {
  const known = book.regions(to)
  const others = nearestRegions(to, region, known, known.length)
  return known.includes(region) ? [region, ...others] : others
}
