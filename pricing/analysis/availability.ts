import { rows } from '#shared/document/rows.ts'
import type { Component, Workbook } from '#shared/document/types.ts'

/**
 * The availability that parts give together. Shares of the time, 0 to 1. Everything here assumes that parts fail independently of one
 * another; parts that share a zone, a network or a deployment do not, and the figure is then too high.
 * Source: https://learn.microsoft.com/azure/architecture/framework/resiliency/business-metrics (composite SLAs)
 */

/** Parts that are all needed: a₁ × a₂ × …; 1 for none. */
export function allOf(availabilities: readonly number[]): number {
  return availabilities.reduce((product, availability) => product * availability, 1)
}

/** Parts of which one is enough: 1 − (1 − a₁) × (1 − a₂) × …; 0 for none. */
export function anyOf(availabilities: readonly number[]): number {
  return 1 - availabilities.reduce((product, availability) => product * (1 - availability), 1)
}

/** The same system in so many regions with failover between them: 1 − (1 − a)^regions. */
export function inRegions(availability: number, regions: number): number {
  return 1 - (1 - availability) ** regions
}

/**
 * Hours per period that a system may be down: (1 − availability) × hours. A published month has 30 days (720 hours), a year 365 (8,760);
 * estimates count 730 hours as a month.
 */
export function downtime(availability: number, hours: number): number {
  return (1 - availability) * hours
}

/** 0.9995 has 3.3 nines: −log₁₀(1 − availability); Infinity for 1. */
export function nines(availability: number): number {
  return availability === 1 ? Infinity : -Math.log10(1 - availability)
}

/** A row that says its availability in a form that is none: what it is called, and what it says. */
export type UnreadShare = { readonly row: string; readonly text: string }

/**
 * What a design's rows give together: a share of the time, null where no row says. Rows that do not say (`silent`), and those that say
 * what cannot be read (`unread`), count as 100 %: with them the true share can only be less.
 */
export type Availability = { readonly share: number | null; readonly silent: number; readonly unread: readonly UnreadShare[] }

/**
 * The availability of a design whose rows are all needed. A row says its own by the tag `availability: 99.95%`, as its vendor promises it.
 * Rows with the tag `failover: NAME` stand in for each other across regions: within a region all of that name are needed, of the regions one.
 */
export function availabilityOf(workbook: Pick<Workbook, 'components'>): Availability {
  const needed: number[] = []
  const chains = new Map<string, Map<string, number[]>>()
  const unread: UnreadShare[] = []
  let silent = 0
  let said = 0
  for (const { name, tags, region } of rows(workbook.components)) {
    const text = tagOf(tags, 'availability')
    const share = readShare(text)
    // A region whose rows are silent can still stand in for the others: its chain is there, with nothing in it that fails.
    const chain = chainOf(chains, tagOf(tags, 'failover'), region, needed)
    if (share !== null) {
      said += 1
      chain.push(share)
    } else if (text === '') silent += 1
    else unread.push({ row: name, text })
  }
  const sets = Array.from(chains.values(), (regions) => anyOf(Array.from(regions.values(), allOf)))
  return { share: said === 0 ? null : allOf([...needed, ...sets]), silent, unread }
}

function chainOf(chains: Map<string, Map<string, number[]>>, name: string, region: string, alone: number[]): number[] {
  if (name === '') return alone
  const regions = chains.get(name) ?? new Map<string, number[]>()
  chains.set(name, regions)
  const chain = regions.get(region) ?? []
  regions.set(region, chain)
  return chain
}

/** What a tag says; empty where there is none. */
function tagOf(tags: Component['tags'], key: string): string {
  return Object.hasOwn(tags, key) ? (tags[key] ?? '').trim() : ''
}

/** `99.95%`, `99.95 %` or `0.9995` as 0.9995; null for what is no share of the time. */
function readShare(text: string): number | null {
  const written = /^(\d+(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text)
  if (written === null) return null
  const share = Number(written[1]) / (written[2] === '%' ? 100 : 1)
  return share <= 1 ? share : null
}
