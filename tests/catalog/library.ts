import { encode } from '#pricing/catalog/encode.ts'
import type { BookFacts, ComputeFacts, Origin, RateFact } from '#pricing/catalog/facts.ts'
import { pack } from '#pricing/catalog/pack.ts'

export const listed: Origin = { source: 'list', date: '2026-01-01', note: '', derived: false }

const none: ComputeFacts = { sizes: [], rows: [] }

/** A small book to compare and to build upon. */
export function smallFacts(changes: Partial<BookFacts> = {}): BookFacts {
  return {
    id: 'small',
    asOf: '2026-01-01',
    about: { source: 'import', note: 'made by hand' },
    compute: { aws: none, google: none, azure: none },
    reserved: [],
    rates: [],
    ...changes,
  }
}

export function smallBook(changes: Partial<BookFacts> = {}): Uint8Array {
  return pack(encode(smallFacts(changes)))
}

export function rateFact(key: string, region: string, price: number, more: Partial<RateFact> = {}): RateFact {
  return { key, region, unit: 'hour', tiers: [{ to: Infinity, price }], free: 0, origin: listed, ...more }
}

export function machines(size: string, region: string, onDemand: number, more: { readonly sku?: string } = {}): ComputeFacts {
  return {
    sizes: [{ size, family: 't', vcpu: 2, memory: 4, gpu: 0, model: '', architecture: 'x86' }],
    rows: [{ size, region, prices: [{ value: onDemand, origin: listed }, null, null, null], ...more }],
  }
}
