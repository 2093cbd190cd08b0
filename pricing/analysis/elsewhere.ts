import type { ChangeIn } from '#shared/document/change.ts'
import { takenRow, withEnvironments } from '#shared/document/environments.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { isBurstable, isMeasured, shapeOf, wouldDo } from '#pricing/catalog/equivalents.ts'
import { nearestRegions } from '#pricing/catalog/regions.ts'
import type { ComputeSize, PriceBook } from '#pricing/catalog/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { CapacityInputs } from '#pricing/services/capacity.ts'
import { equivalentOf } from '#pricing/services/equivalents.ts'
import type { Equivalence, VendorCloud } from '#pricing/services/equivalents.ts'
import { factsOf } from '#pricing/services/facts.ts'
import type { Pricing } from './figures.ts'
import { capacityThere, inputsLike } from './like-capacity.ts'

/** The same design in another region, or on another cloud: as edits of what is shown, from which scenarios are made. */

/** Edits of rows, those of environments included; `asDocumentEdits` makes rules and overrides of them. */
export type RowEdits = readonly ChangeIn<'components'>[]

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
export function inRegion(workbook: Workbook, home: HomeRegion, region: string, services: Context['services']): RowEdits {
  return editsTo(workbook, new Map(rowsAt(workbook, home, services).map((row) => [row.id, { ...row, region }])))
}

/**
 * The edits that leave these rows as wanted and all others as they are. A row of an environment follows the row it is taken from; only
 * what does not follow by itself is an edit of it.
 */
function editsTo(workbook: Workbook, wanted: ReadonlyMap<Id, Component>): RowEdits {
  const isTaken = (id: Id): boolean => workbook.environments.has(takenRow(id)?.environment ?? '')
  const own = [...workbook.components.values()].filter(({ id }) => !isTaken(id)).map((row) => wanted.get(row.id) ?? row)
  const follows = withEnvironments({ ...workbook, components: new Map(own.map((row) => [row.id, row])) }, factsOf).components
  return [...follows.values()].flatMap((row): RowEdits => {
    const now = workbook.components.get(row.id) ?? null
    const { id } = row
    if (!isTaken(id)) return now === row ? [] : [{ table: 'components', id, before: now, after: row }]
    // What was left out of the environment stays so.
    const after = now === null ? null : { ...row, ...placedAs(wanted.get(id) ?? now) }
    return [{ table: 'components', id, before: row, after }]
  })
}

/** What another region or cloud changes of a row. */
function placedAs({ service, region, inputs, prices }: Component): Pick<Component, 'service' | 'region' | 'inputs' | 'prices'> {
  return { service, region, inputs, prices }
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

/** A row and what is to be said of it. */
export type Said = { readonly name: string; readonly what: readonly string[] }

export type CloudDesign = {
  readonly edits: RowEdits
  readonly moved: number
  /** Rows that stay, and why. */
  readonly kept: readonly Said[]
  /** Inputs of the services there that nothing here answers. */
  readonly open: readonly Said[]
  /** What rows that move say and nothing there takes over. */
  readonly lost: readonly Said[]
  /** Rows of no cloud and of clouds that are not moved. */
  readonly others: number
}

/**
 * The rows of a cloud on another one: each by the service that does the same work, its shared quantities taken over, machines by the
 * cheapest of the other cloud that has as much of everything in the region, databases and caches by the nearest. What has no equivalent
 * stays where it is.
 */
export function onCloud(workbook: Workbook, from: VendorCloud, to: VendorCloud, region: string, context: Context): CloudDesign {
  const wanted = new Map<Id, Component>()
  const kept: Said[] = []
  const open: Said[] = []
  const lost: Said[] = []
  let others = 0
  for (const row of workbook.components.values()) {
    const { name } = row
    if (cloudOf(row, context.services) !== from) {
      others += 1
      continue
    }
    const found = equivalentOf(row.service, from, to)
    const here = context.services.get(row.service)
    const declaration = found === null ? undefined : context.services.get(found.service)
    if (found === null || here === undefined || declaration === undefined) {
      kept.push({ name, what: [`${here?.name ?? row.service} has no equivalent by the same quantities`] })
      continue
    }
    const way = { by: found.by, from, to, here, there: declaration, region }
    const taken = takenOver(row, way, context.book)
    if (typeof taken === 'string') {
      kept.push({ name, what: [taken] })
      continue
    }
    wanted.set(row.id, { ...row, service: declaration.id, region: declaration.region === 'none' ? '' : region, inputs: taken, prices: {} })
    const unanswered = unansweredIn(declaration, taken)
    if (unanswered.length > 0) open.push({ name, what: unanswered })
    const left = [...standsIn(row, way, taken, context.book), ...leftBehind(row, way), ...otherArchitecture(row, way, taken, context.book)]
    if (left.length > 0) lost.push({ name, what: left })
  }
  return { edits: editsTo(workbook, wanted), moved: wanted.size, kept, open, lost, others }
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
  if (by.capacity !== undefined) return withCapacity(row, way, inputs, book)
  const size = by.machine?.[from] === undefined ? undefined : textOf(row, by.machine[from], here)
  const machineInput = by.machine?.[to]
  if (size === undefined || machineInput === undefined) return inputs
  const wanted = book.size(from, size)
  if (wanted === undefined || !isMeasured(wanted)) return `the price book does not know what ${size} has`
  const machine = cheapestLike(wanted, to, region, book)
  return machine === null ? `no machine of ${region} has as much as ${size}` : { ...inputs, [machineInput]: machine.size }
}

/** The inputs with those for as much capacity as the row has, or why there can be none. */
function withCapacity(row: Component, { by, from, to, here, there, region }: Way, inputs: Inputs, book: PriceBook): Inputs | string {
  const [says, saysThere] = [by.capacity?.[from], by.capacity?.[to]]
  if (says === undefined || saysThere === undefined) return inputs
  const { has, words } = capacityThere({ declaration: here, says, textOf: (input) => textOf(row, input, here) }, book)
  if (has === null) return `it is not known what ${words} comes to`
  const like = inputsLike(has, there, saysThere, inputs, region, book)
  if (like === null) return `no ${there.name} of ${region} has as much as ${words}`
  // What is one of the count here are two there.
  const isPairHere = has.nodes === 2 && to === 'aws'
  return { ...inputs, ...like, ...(isPairHere ? { count: doubled(textOf(row, 'count', here) ?? '1') } : {}) }
}

function doubled(count: string): string {
  return /^\d+$/.test(count) ? String(2 * Number(count)) : `=2 * (${count.replace(/^\s*=/, '')})`
}

/** What stands in for the size of a row, in words; empty where it says none. */
function standsIn(row: Component, { by, from, to, here, there }: Way, inputs: Inputs, book: PriceBook): readonly string[] {
  const [says, saysThere] = [by.capacity?.[from], by.capacity?.[to]]
  if (says === undefined || saysThere === undefined) return []
  const is = capacityThere({ declaration: here, says, textOf: (input) => textOf(row, input, here) }, book)
  const now = capacityThere({ declaration: there, says: saysThere, textOf: (input) => inputs[input] ?? there.inputs[input]?.default }, book)
  const label = 'size' in says ? `${here.inputs[says.size]?.label ?? 'Size'} ` : ''
  return [`${label}${is.words} (${now.words} there)`]
}

/** What the row says that no input of the other service holds: inputs as given, the size of a machine also where it is the usual one. */
function leftBehind(row: Component, way: Way): readonly string[] {
  const { here } = way
  const inputs = Object.entries(here.inputs).flatMap(([id, input]) => {
    const text = textOf(row, id, here)
    const isUsual = text === undefined || (text === input.default && input.kind !== 'size')
    return isUsual || isTaken(id, text, way) ? [] : [`${input.label} ${input.kind === 'choice' ? (input.options[text] ?? text) : text}`]
  })
  return Object.keys(row.prices).length === 0 ? inputs : [...inputs, 'prices typed on the row']
}

function isTaken(input: string, text: string, { by, from, to }: Way): boolean {
  return (
    by.inputs.some((pair) => pair[from] === input && pair[to] !== undefined) ||
    (by.machine?.[from] === input && by.machine[to] !== undefined) ||
    (by.capacity?.[to] !== undefined && inputsOf(by.capacity[from]).includes(input)) ||
    by.given?.[from]?.[input] === text ||
    (by.choices ?? []).some((choice) => choice[from]?.[0] === input && choice[from][1] === text && choice[to] !== undefined)
  )
}

/** The inputs in which a service says what one of it has. */
export function inputsOf(says: CapacityInputs | undefined): readonly string[] {
  if (says === undefined) return []
  return 'size' in says
    ? [says.size]
    : [says.memory, ...(says.vcpus === undefined ? [] : [says.vcpus]), ...(says.pair ? [says.pair.input] : [])]
}

/** What an input of a row holds; its service's default where nobody gave it. */
function textOf(row: Component, input: string, declaration: ServiceDeclaration): string | undefined {
  return row.inputs[input] ?? declaration.inputs[input]?.default
}

/**
 * The cheapest machine on demand with as much of everything, as steady as the one it stands in for. What runs on one architecture has to be
 * built anew for another: one of the same wins over a cheaper one.
 */
function cheapestLike(wanted: ComputeSize, to: VendorCloud, region: string, book: PriceBook): ComputeSize | null {
  const shape = shapeOf(wanted)
  let best: { readonly size: ComputeSize; readonly same: boolean; readonly hourly: number } | null = null
  for (const size of book.sizes(to)) {
    if (!wouldDo(size, shape) || (isBurstable(size) && !isBurstable(wanted))) continue
    const hourly = book.hourly(to, size.size, region, 'on-demand')
    const same = size.architecture === wanted.architecture
    const isBetter = best === null || (same === best.same ? hourly < best.hourly : same)
    if (!Number.isNaN(hourly) && isBetter) best = { size, same, hourly }
  }
  return best?.size ?? null
}

/** That the machine there runs other programs than the one here, in words; empty where it does not. */
function otherArchitecture(row: Component, { by, from, to, here }: Way, inputs: Inputs, book: PriceBook): readonly string[] {
  const [input, inputThere] = [by.machine?.[from], by.machine?.[to]]
  if (input === undefined || inputThere === undefined) return []
  const is = book.size(from, textOf(row, input, here) ?? '')?.architecture
  const there = book.size(to, inputs[inputThere] ?? '')?.architecture
  return is === undefined || there === undefined || is === there ? [] : [`architecture ${is} (${there} there)`]
}

/** Labels of the inputs that have no default and that nothing was taken over for. */
function unansweredIn(declaration: ServiceDeclaration, inputs: Inputs): readonly string[] {
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
