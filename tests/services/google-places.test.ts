import { describe, expect, it } from 'vitest'
import { readFacts } from '#build/prices/facts.ts'
import { namedRegions, pricePlaces } from '#pricing/catalog/regions.ts'
import { patternsOf } from '#pricing/services/check.ts'
import type { Charge, ServiceDeclaration } from '#pricing/services/declare.ts'
import { googleServices } from '#pricing/services/google/index.ts'
import { factsFolder } from '#tests/catalog/bundled.ts'
import { bundledBook, chargesOf } from '#tests/golden/kit.ts'

/** Prices of a place that no row can stand in, each with the reason. */
const beyondReach = {
  'google.gcs-standard/operation-class-a@europe-multi':
    'half of what Google charges since 2022 for Standard storage in several regions; the dual-region price of 2026 is asked for instead',
  'google.vertex-ai/batch-prediction-legacy@americas': 'AI Platform Prediction is retired',
}

const facts = readFacts(factsFolder)
const regions = namedRegions('google').map((region) => region.code)

/** Where a charge of a service may look for its price. */
function placesOf(declaration: ServiceDeclaration, charge: Charge): ReadonlySet<string> {
  if (!('rate' in charge)) return new Set()
  if (charge.region === undefined) return new Set(regions.flatMap((region) => pricePlaces('google', region)))
  const input = declaration.inputs[charge.region.slice(1, -1)]
  const named = input?.kind === 'choice' ? Object.keys(input.options) : [charge.region]
  return new Set(named.flatMap((place) => pricePlaces('google', place)))
}

/** Every text that a pattern may become, as an expression. */
function expressionOf(declaration: ServiceDeclaration, charge: Charge, pattern: string): RegExp {
  const parts = pattern.split(/(\{\w+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const name = part.slice(1, -1)
    const input = declaration.inputs[name]
    return input?.kind === 'choice' ? `(?:${(charge.when?.[name] ?? Object.keys(input.options)).join('|')})` : '.+'
  })
  return new RegExp(`^${parts.join('')}$`)
}

const questions = googleServices.flatMap((declaration) =>
  Object.values(declaration.charges).flatMap((charge) => {
    if (!('rate' in charge)) return []
    const places = placesOf(declaration, charge)
    return patternsOf(charge.rate).map((pattern) => ({ expression: expressionOf(declaration, charge, pattern), places }))
  }),
)

describe('the prices of Google Cloud', () => {
  it('can each be asked for in the region, group of regions or multi-region they hold in', () => {
    const google = facts.rates.filter((rate) => rate.key.startsWith('google.'))
    expect(google.length).toBeGreaterThan(400)
    const missed = google.filter(
      ({ key, region }) => !questions.some(({ expression, places }) => expression.test(key) && places.has(region)),
    )
    expect(missed.map(({ key, region }) => `${key}@${region}`).toSorted()).toEqual(Object.keys(beyondReach).toSorted())
  })

  it.each([
    ['us-east4', 0.000024, 'tier-1'],
    ['europe-north1', 0.000024, 'tier-1'],
    ['europe-west2', 0.0000336, 'tier-2'],
    ['asia-south1', 0.0000336, 'tier-2'],
  ])('of Cloud Run in %s are %d a vCPU-second, that of %s', (region, price, tier) => {
    const row = { service: 'google.cloud-run', region, inputs: { requests: '1000', duration: '1 s' } }
    const charge = chargesOf(row, bundledBook()).get('cpu')
    expect(charge).toMatchObject({ quantity: 1000, price: { sku: `google.cloud-run/cpu-request-based@${tier}` } })
    expect(charge?.cost).toBeCloseTo(1000 * price, 12)
  })

  it('of traffic out of a bucket hold in every region of the United States and in its multi-region', () => {
    const regional = { service: 'google.cloud-storage', region: 'us-west1', inputs: { stored: '0', egress: '100' } }
    const multi = { service: 'google.cloud-storage-multi-region', inputs: { stored: '0', egress: '100' } }
    expect(chargesOf(regional, bundledBook()).get('egress')?.cost).toBeCloseTo(12, 9)
    expect(chargesOf(multi, bundledBook()).get('egress')?.cost).toBeCloseTo(12, 9)
  })

  it('are unknown, with the reason, where nothing is sourced', () => {
    const elsewhere = {
      service: 'google.cloud-storage-multi-region',
      inputs: { location: 'eur4', stored: '100', classA: '0', classB: '0' },
    }
    const storage = chargesOf(elsewhere, bundledBook()).get('storage')
    expect(storage).toMatchObject({ cost: null, unknown: { reason: 'no-price' } })
    expect(storage?.unknown?.message).toContain('not priced in eur4')
    const nodes = chargesOf({ service: 'google.bigtable', inputs: { ssd: '100' } }, bundledBook()).get('nodes')
    expect(nodes?.unknown?.message).toContain('The book has no price called google.bigtable/node-hour')
  })
})
