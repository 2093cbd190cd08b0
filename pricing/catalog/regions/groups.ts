import type { Cloud } from '#pricing/services/declare.ts'
import type { Region } from '#pricing/catalog/regions.ts'

/** A word that stands for several regions in a price list, and what it means. */
export type RegionGroup = { readonly code: string; readonly name: string }

export const regionGroups: readonly RegionGroup[] = [
  { code: 'all', name: 'the same in every region' },
  { code: 'global', name: 'sold without a region' },
  { code: 'americas', name: 'regions of the Americas' },
  { code: 'asia', name: 'regions of Asia' },
  { code: 'us', name: 'regions of the United States' },
  { code: 'us-multi', name: 'multi-region in the United States' },
  { code: 'europe-multi', name: 'multi-region in Europe' },
  { code: 'asia-multi', name: 'multi-region in Asia' },
  { code: 'tier-1', name: 'Cloud Run price tier 1' },
  { code: 'tier-2', name: 'Cloud Run price tier 2' },
  { code: 'na-eu', name: 'North America and Europe' },
  { code: 'zone-1', name: 'billing zone 1: North America and Europe' },
  { code: 'zone-2', name: 'billing zone 2: Asia Pacific' },
]

/** Regions with Cloud Run's lower price; every other one pays tier 2. https://cloud.google.com/run/docs/locations */
const cloudRunTier1: ReadonlySet<string> = new Set([
  'asia-east1',
  'asia-northeast1',
  'asia-northeast2',
  'europe-north1',
  'europe-southwest1',
  'europe-west1',
  'europe-west4',
  'europe-west8',
  'europe-west9',
  'me-west1',
  'us-central1',
  'us-east1',
  'us-east4',
  'us-east5',
  'us-south1',
  'us-west1',
])

/** Words that hold for a region of the cloud, the narrowest first. */
export function groupCodes(cloud: Cloud, { code, geography }: Region): readonly string[] {
  if (cloud === 'google') {
    const country = code.startsWith('us-') ? ['us'] : []
    const continent = geography === 'Asia' ? ['asia'] : geography.endsWith('America') ? ['americas'] : []
    return [...country, ...continent, cloudRunTier1.has(code) ? 'tier-1' : 'tier-2']
  }
  if (cloud !== 'azure') return []
  if (geography === 'North America' || geography === 'Europe') return ['na-eu', 'zone-1']
  return geography === 'Asia' || geography === 'Oceania' ? ['zone-2'] : []
}

/** Places that are no region but sold as one, with the groups whose prices hold there. */
export const multiRegions: Readonly<Record<Cloud, Readonly<Record<string, readonly string[]>>>> = {
  aws: {},
  google: { 'us-multi': ['us'] },
  azure: {},
  general: {},
}
