import { choice, dataPerMonth, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Cache fill costs 1 to 4 cents a GB by where the data comes from and where it goes: the book has both ends of that range. */
export const cloudCdn = service({
  id: 'google.cloud-cdn',
  name: 'Cloud CDN',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/cdn/pricing',
  summary: 'Content delivery network: one row for the viewers of one geography, billed by traffic, cache fill and requests.',
  keywords: ['cdn', 'content delivery', 'edge', 'cache', 'static site'],
  region: 'none',
  inputs: {
    geography: choice({
      label: 'Geography',
      help: 'Where the viewers of this row are; add a row for each geography, because traffic is graded within one.',
      options: {
        na: 'North America',
        eu: 'Europe',
        apac: 'Asia Pacific',
        oceania: 'Oceania',
        sa: 'South America',
        china: 'China',
      },
      default: 'na',
    }),
    egress: dataPerMonth({ label: 'Traffic to viewers', help: 'GB a month sent from the cache to viewers in this geography.' }),
    requests: perMonth({ label: 'Cache lookups', help: 'HTTP and HTTPS requests a month that look in the cache.', unit: 'requests' }),
    fill: choice({
      label: 'Cache fill',
      help: 'How far the cache lies from the origin: within North America or Europe it is cheapest, between continents dearest.',
      options: { min: 'Within North America or Europe', max: 'Between continents' },
      default: 'min',
    }),
    filled: dataPerMonth({ label: 'Filled', help: 'GB a month that the cache fetches from the origin.', default: '0' }),
  },
  charges: {
    egress: { label: 'Traffic to viewers', unit: 'GB', quantity: 'egress', rate: 'google.cloud-cdn/egress-{geography}', region: 'global' },
    requests: {
      label: 'Cache lookups',
      unit: 'request',
      quantity: 'requests',
      rate: 'google.cloud-cdn/cache-lookup-request',
      region: 'global',
    },
    filled: { label: 'Cache fill', unit: 'GB', quantity: 'filled', rate: 'google.cloud-cdn/cache-fill-{fill}', region: 'global' },
  },
  columns: { size: 'geography' },
})
