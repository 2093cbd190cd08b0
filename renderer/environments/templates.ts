import type { Component, EnvironmentRule } from '#shared/document/types.ts'
import { isMonthHours } from '#pricing/calculator/weeks.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'

type Services = ReadonlyMap<string, ServiceDeclaration>

/** Rules to begin with, made for the rows of the environment they are taken from. */
export type Template = {
  readonly id: 'dev' | 'staging'
  readonly name: string
  readonly label: string
  readonly rules: (rows: readonly Component[], services: Services, book: PriceBook | null) => readonly EnvironmentRule[]
}

/** Shares of each hour in use. */
const OFFICE = 'Mon-Fri 08-18 = 100 %, else 0'

/** What the environment is called once a template gave it its rules: a name that somebody typed, or that is another's, is not changed. */
export function nameAfter(template: Template, name: string, suggested: string | null, taken: ReadonlySet<string>): string {
  return name === suggested && !taken.has(template.name) ? template.name : name
}

export const TEMPLATES: readonly Template[] = [
  { id: 'dev', name: 'dev', label: 'dev: one small instance, office hours', rules: devRules },
  { id: 'staging', name: 'staging', label: 'staging: half', rules: halfRules },
]

/** Rules by which what was committed is not bought again for the copy: the rows of the environment share what there is. */
export function withoutCommitments(rows: readonly Component[], services: Services): readonly EnvironmentRule[] {
  return servicesIn(rows, services).flatMap(({ id, commitment }): EnvironmentRule[] =>
    commitment === undefined ? [] : [{ match: `service:${id}`, leaveOut: true }],
  )
}

/** Half of everything that is counted, rounded up. */
function halfRules(rows: readonly Component[], services: Services): readonly EnvironmentRule[] {
  const halves = copied(rows, services).flatMap((service): EnvironmentRule[] => {
    const set = countOf(service, '=ceil(base / 2)')
    return Object.keys(set).length === 0 ? [] : [{ match: `service:${service.id}`, set }]
  })
  return [...halves, ...withoutCommitments(rows, services)]
}

/** One of everything that is counted, the smallest of its family, on while people work; disks are there all along. */
function devRules(rows: readonly Component[], services: Services, book: PriceBook | null): readonly EnvironmentRule[] {
  const ofServices = copied(rows, services).flatMap((service): EnvironmentRule[] => {
    const hours = service.inputs['hours']
    const works = service.category === 'compute' && hours?.kind === 'number' && isMonthHours(hours.field)
    const set = { ...countOf(service, '1'), ...(works ? { 'inputs.hours': OFFICE } : {}) }
    return Object.keys(set).length === 0 ? [] : [{ match: `service:${service.id}`, set }]
  })
  return [...ofServices, ...smallest(rows, services, book), ...withoutCommitments(rows, services)]
}

function countOf({ inputs, columns }: ServiceDeclaration, text: string): Readonly<Record<string, string>> {
  const count = columns?.count
  return count === undefined || inputs[count]?.kind !== 'number' ? {} : { [`inputs.${count}`]: text }
}

/** The cheapest machine of each row's own family, where the book knows one that is cheaper than the row's. */
function smallest(rows: readonly Component[], services: Services, book: PriceBook | null): readonly EnvironmentRule[] {
  if (book === null) return []
  const known = new Map<string, string | null>()
  return rows.flatMap(({ id, service, region, inputs }): EnvironmentRule[] => {
    const declared = services.get(service)
    const column = declared?.columns?.size
    const input = column === undefined ? undefined : declared?.inputs[column]
    if (declared?.category !== 'compute' || column === undefined || input?.kind !== 'size' || input.sizes.from === 'rates') return []
    const { cloud } = input.sizes
    const now = inputs[column] ?? input.default
    const key = JSON.stringify([cloud, now, region])
    const least = known.has(key) ? known.get(key) : cheapestOfFamily(book, cloud, now, region)
    known.set(key, least ?? null)
    return least === undefined || least === null || least === now ? [] : [{ match: `row:${id}`, set: { [`inputs.${column}`]: least } }]
  })
}

/** `null` where the book prices none of the family there. */
function cheapestOfFamily(book: PriceBook, cloud: Cloud, now: string | undefined, region: string): string | null {
  const sizes = book.sizes(cloud)
  const family = sizes.find(({ size }) => size === now)?.family
  const priced = sizes.flatMap(({ size, family: other }) => {
    const price = other === family ? book.compute(cloud, size, region, 'on-demand') : null
    return price?.ok === true ? [{ size, hourly: price.value.hourly }] : []
  })
  const least = priced.reduce<(typeof priced)[number] | null>((best, one) => (best === null || one.hourly < best.hourly ? one : best), null)
  return least?.size ?? null
}

function copied(rows: readonly Component[], services: Services): readonly ServiceDeclaration[] {
  return servicesIn(rows, services).filter(({ commitment }) => commitment === undefined)
}

function servicesIn(rows: readonly Component[], services: Services): readonly ServiceDeclaration[] {
  return [...new Set(rows.map(({ service }) => service))].flatMap((id) => services.get(id) ?? [])
}
