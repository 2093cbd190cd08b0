import type { Component } from '#shared/document/types.ts'
import type { Problem } from '#shared/formula/types.ts'
import { meantRegion } from '#pricing/catalog/meant.ts'
import { cloudNames } from '#pricing/catalog/reasons.ts'
import { isRegion, nearestRegions, regionOf } from '#pricing/catalog/regions.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Charge, Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import { chargePrice, chosen, ownPrice } from './prices.ts'
import type { ServiceProgram } from './program.ts'

/**
 * A row is not offered where it stands: machines of a size that the region does not have, or any service in a place that is no
 * region of its cloud. The book lists machines whole where it lists any; in a region without any, as of other prices, it may just lack
 * the data, and the price is then *unknown*.
 * Null also where every price was typed, and where the book knows no price anywhere.
 */
export function offerProblem(component: Component, { declaration, charges }: ServiceProgram, book: PriceBook): Problem | null {
  if (component.region === '' || declaration.region === 'none' || declaration.cloud === 'general') return null
  const asked: Charge[] = []
  for (const { id, charge } of charges) {
    if (ownPrice(component, id) !== undefined || !isRegional(charge, component, declaration, book)) continue
    const price = chargePrice(charge, component, declaration, book)
    if (price.kind === 'rate') return null
    if (price.kind === 'missing') asked.push(charge)
  }
  const meant =
    asked.length === 0 || isRegion(declaration.cloud, component.region) ? null : meantRegion(declaration.cloud, component.region)
  if (meant !== null) return noRegion(component.region, declaration.cloud, meant)
  const elsewhere = asked.length === 0 ? [] : regionsOffering(asked, component, declaration, book)
  return elsewhere.length === 0 ? null : notOffered(nameOf(asked, component, declaration), component.region, declaration, elsewhere)
}

/** A charge whose price must stand in the book under the row's region if it is offered there. */
function isRegional(charge: Charge, component: Component, declaration: ServiceDeclaration, book: PriceBook): boolean {
  const isKnown = isRegion(declaration.cloud, component.region)
  if ('compute' in charge) {
    const size = chosen(component, declaration, charge.compute)
    return book.size(declaration.cloud, size) !== undefined && (!isKnown || hasMachines(book, declaration.cloud, component.region))
  }
  return !('typed' in charge) && charge.region === undefined && !isKnown
}

const withMachines = new WeakMap<PriceBook, Map<string, boolean>>()

/** Whether the book has a price of any machine in a region; looked for once a region. */
function hasMachines(book: PriceBook, cloud: Cloud, region: string): boolean {
  const known = withMachines.get(book) ?? new Map<string, boolean>()
  withMachines.set(book, known)
  const key = `${cloud} ${region}`
  const has = known.get(key) ?? book.sizes(cloud).some(({ size }) => !Number.isNaN(book.hourly(cloud, size, region, 'on-demand')))
  known.set(key, has)
  return has
}

function isOffered(charges: readonly Charge[], component: Component, declaration: ServiceDeclaration, book: PriceBook): boolean {
  return charges.some((charge) => chargePrice(charge, component, declaration, book).kind === 'rate')
}

const found = new WeakMap<PriceBook, Map<string, readonly string[]>>()

/** Regions where any of the charges has a price; looked for once for rows that are alike. */
function regionsOffering(
  charges: readonly Charge[],
  component: Component,
  declaration: ServiceDeclaration,
  book: PriceBook,
): readonly string[] {
  const known = found.get(book) ?? new Map<string, readonly string[]>()
  found.set(book, known)
  const choices = Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' ? [] : chosen(component, declaration, id),
  )
  const key = JSON.stringify([declaration.id, component.region, charges.map(({ label }) => label), choices])
  const regions = known.get(key) ?? nearest(charges, component, declaration, book)
  known.set(key, regions)
  return regions
}

function nearest(charges: readonly Charge[], component: Component, declaration: ServiceDeclaration, book: PriceBook): readonly string[] {
  const offering = book.regions(declaration.cloud).filter((region) => isOffered(charges, { ...component, region }, declaration, book))
  return nearestRegions(declaration.cloud, component.region, offering)
}

/** What the row asks for: its size where that is what is charged, else its service. */
function nameOf(charges: readonly Charge[], component: Component, declaration: ServiceDeclaration): string {
  const [only] = charges
  return charges.length === 1 && only !== undefined && 'compute' in only ? chosen(component, declaration, only.compute) : declaration.name
}

function noRegion(region: string, cloud: Cloud, meant: string): Problem {
  return {
    code: '#VALUE!',
    message: `${region} is no region of ${cloudNames[cloud]}; did you mean ${meant}?`,
    fix: `Choose ${meant}, or another region from the list.`,
  }
}

function notOffered(what: string, region: string, { cloud }: ServiceDeclaration, elsewhere: readonly string[]): Problem {
  const named = elsewhere.map((code) => {
    const name = regionOf(cloud, code)?.name
    return name === undefined ? code : `${code} (${placeIn(name)})`
  })
  return {
    code: '#VALUE!',
    message: `${what} is not offered in ${region}; nearest: ${named.join(', ')}.`,
    fix: `Choose another region, for example ${elsewhere[0]}, or type the prices on the row.`,
  }
}

/** `Ireland` of `Europe (Ireland)`, else the whole name. */
function placeIn(name: string): string {
  return /\(([^)]+)\)$/.exec(name)?.[1] ?? name
}
