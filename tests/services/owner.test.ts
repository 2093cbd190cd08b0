import { describe, expect, it } from 'vitest'
import { chargePrice, filled } from '#pricing/calculator/prices.ts'
import { pricePlaces } from '#pricing/catalog/regions.ts'
import { patternsOf, placeholders } from '#pricing/services/check.ts'
import type { Charge, ServiceDeclaration } from '#pricing/services/declare.ts'
import { serviceFor } from '#pricing/services/owner.ts'
import type { Owner } from '#pricing/services/owner.ts'
import { services } from '#pricing/services/registry.ts'
import type { Component } from '#shared/document/types.ts'
import { bundledBook } from '#tests/golden/kit.ts'

const book = bundledBook()
const keys = book.matches('{key}')
const clouds = ['aws', 'google', 'azure'] as const

/** A region in which a price listed under a place holds. */
function regionFor(service: ServiceDeclaration, place: string): string {
  return service.cloud === 'general'
    ? ''
    : (book.regions(service.cloud).find((one) => pricePlaces(service.cloud, one).includes(place)) ?? place)
}

/** Every key that a charge may ask for: its choices put in, and the sizes of the book. */
function keysOf(service: ServiceDeclaration, charge: Charge): readonly string[] {
  if (!('rate' in charge)) return []
  return patternsOf(charge.rate).flatMap((pattern) => {
    const filled = placeholders(pattern).reduce<readonly string[]>(
      (patterns, name) => {
        const input = service.inputs[name]
        if (input?.kind !== 'choice') return patterns
        const values = charge.when?.[name] ?? Object.keys(input.options)
        return patterns.flatMap((one) => values.map((value) => one.replaceAll(`{${name}}`, value)))
      },
      [pattern],
    )
    return filled.flatMap((one) => {
      const hole = placeholders(one)[0]
      return hole === undefined ? [one] : sizesIn(service, hole, one).map((size) => one.replaceAll(`{${hole}}`, size))
    })
  })
}

function sizesIn(service: ServiceDeclaration, hole: string, pattern: string): readonly string[] {
  const input = service.inputs[hole]
  const prefix = input?.kind === 'size' && input.sizes.from === 'rates' ? (input.sizes.prefix ?? '') : ''
  return book.matches(pattern).filter((size) => size.startsWith(prefix))
}

function rowOf(owner: Owner, region: string): Component {
  const { service, inputs } = owner
  return {
    id: 'row',
    order: 1,
    name: 'Row',
    service,
    region,
    group: '',
    environment: '',
    inputs,
    purchase: [],
    prices: {},
    tags: {},
    note: '',
  }
}

describe('the service of a rate', () => {
  it('is there for every rate of the book that some service can ask for', () => {
    const asked = [...services.values()].flatMap((service) => Object.values(service.charges).flatMap((charge) => keysOf(service, charge)))
    const without = asked.filter(
      (key) => book.soldIn(key).length > 0 && book.soldIn(key).every((at) => serviceFor(key, at, services) === null),
    )
    expect(asked.length).toBeGreaterThan(400)
    expect(without).toEqual([])
  })

  it.each(clouds)('of %s makes a row that is charged that rate, or one the service prefers to it', (cloud) => {
    const wrong = keys
      .filter((key) => key.startsWith(`${cloud}.`))
      .flatMap((key) => book.soldIn(key).map((place) => ({ key, place })))
      .flatMap(({ key, place }) => {
        const owner = serviceFor(key, place, services)
        const service = services.get(owner?.service ?? '')
        const charge = service?.charges[owner?.charge ?? '']
        if (owner === null || service === undefined || charge === undefined) return []
        const found = book.rate(key, place)
        const row = rowOf(owner, regionFor(service, place))
        const price = chargePrice(charge, row, service, book)
        if (!found.ok) return price.kind === 'missing' ? [] : [`${key}@${place} is priced although the book has no price`]
        const asked = 'rate' in charge ? patternsOf(charge.rate).map((pattern) => filled(pattern, row, service)) : []
        const isMet = price.kind === 'rate' && asked.some((one) => price.rate.source.sku.startsWith(`${one}@`))
        return isMet && asked.includes(key) ? [] : [`${key}@${place}: ${JSON.stringify(price)}`]
      })
    expect(wrong).toEqual([])
  })

  it('has the choices that lead to the rate', () => {
    expect(serviceFor('aws.ebs-gp3/storage', 'us-east-1', services)).toEqual({
      service: 'aws.ebs',
      charge: 'storage',
      inputs: { type: 'gp3' },
    })
    expect(serviceFor('aws.ebs-gp3/iops', 'us-east-1', services)).toEqual({
      service: 'aws.ebs',
      charge: 'gp3Iops',
      inputs: { type: 'gp3' },
    })
    expect(serviceFor('aws.nat-gateway/hour', 'us-east-1', services)?.service).toBe('aws.nat-gateway')
    expect(serviceFor('aws.rds-postgres/db.t3.medium-multi-az', 'us-east-1', services)?.inputs).toMatchObject({ size: 'db.t3.medium' })
  })

  it('is none for a key that nobody charges', () => {
    expect(serviceFor('aws.no-such/thing', 'us-east-1', services)).toBeNull()
    expect(serviceFor('', '', services)).toBeNull()
    expect(serviceFor('aws.nat-gateway/hour', 'us-east-1', new Map())).toBeNull()
  })
})
