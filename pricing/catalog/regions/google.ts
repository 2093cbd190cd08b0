import type { Region } from '#pricing/catalog/regions.ts'

/** Regions of Google Cloud that the fact tables name. Names and places: https://cloud.google.com/compute/docs/regions-zones */
export const googleRegions: readonly Region[] = [
  { code: 'us-central1', name: 'Iowa', country: 'US', geography: 'North America', at: [41.3, -95.9] },
  { code: 'us-east1', name: 'South Carolina', country: 'US', geography: 'North America', at: [33.2, -80.0] },
  { code: 'us-east4', name: 'Northern Virginia', country: 'US', geography: 'North America', at: [39.0, -77.5] },
  { code: 'us-west1', name: 'Oregon', country: 'US', geography: 'North America', at: [45.6, -121.2] },
  { code: 'northamerica-northeast1', name: 'Montréal', country: 'CA', geography: 'North America', at: [45.5, -73.6] },
  { code: 'southamerica-east1', name: 'São Paulo', country: 'BR', geography: 'South America', at: [-23.5, -46.6] },
  { code: 'europe-north1', name: 'Finland', country: 'FI', geography: 'Europe', at: [60.6, 27.2] },
  { code: 'europe-west1', name: 'Belgium', country: 'BE', geography: 'Europe', at: [50.4, 3.9] },
  { code: 'europe-west2', name: 'London', country: 'GB', geography: 'Europe', at: [51.5, -0.1] },
  { code: 'europe-west3', name: 'Frankfurt', country: 'DE', geography: 'Europe', at: [50.1, 8.7] },
  { code: 'europe-west4', name: 'Netherlands', country: 'NL', geography: 'Europe', at: [53.4, 6.8] },
  { code: 'europe-west9', name: 'Paris', country: 'FR', geography: 'Europe', at: [48.9, 2.4] },
  { code: 'asia-south1', name: 'Mumbai', country: 'IN', geography: 'Asia', at: [19.1, 72.9] },
  { code: 'asia-southeast1', name: 'Singapore', country: 'SG', geography: 'Asia', at: [1.35, 103.8] },
  { code: 'asia-northeast1', name: 'Tokyo', country: 'JP', geography: 'Asia', at: [35.7, 139.7] },
  { code: 'asia-northeast3', name: 'Seoul', country: 'KR', geography: 'Asia', at: [37.6, 127.0] },
  { code: 'australia-southeast1', name: 'Sydney', country: 'AU', geography: 'Oceania', at: [-33.9, 151.2] },
]
