import { choice, dataPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Sold by the place of the edge that answers; the base fee of a profile is the same everywhere. */
export const frontDoor = service({
  id: 'azure.front-door',
  name: 'Azure Front Door',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/frontdoor/',
  summary: 'Content delivery and global entry point: one row for the visitors of one part of the world.',
  keywords: ['cdn', 'content delivery', 'edge', 'cache', 'waf', 'global load balancing', 'private link'],
  region: 'none',
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Premium includes the managed rules of the firewall and private origins.',
      options: { standard: 'Standard', premium: 'Premium' },
      default: 'standard',
    }),
    place: choice({
      label: 'Part of the world',
      help: 'Where the visitors of this row are; add a row for each part, without a profile.',
      options: {
        'na-eu': 'North America, Europe, Africa',
        'zone-2': 'Asia Pacific',
        'zone-3': 'South America',
        'zone-4': 'Australia, New Zealand',
        'zone-5': 'India',
      },
      default: 'na-eu',
    }),
    profiles: quantity({
      label: 'Profiles',
      help: 'Profiles that pay the base fee; 0 in rows for further parts of the world.',
      unit: 'profiles',
      default: '1',
    }),
    egress: dataPerMonth({ label: 'Traffic to visitors', help: 'GB a month from the edge to visitors.' }),
    requests: perMonth({ label: 'Requests', help: 'Requests a month that visitors make.', unit: 'requests' }),
    originEgress: dataPerMonth({
      label: 'Traffic to origin',
      help: 'GB a month from the edge to your origin.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    base: {
      label: 'Base fee',
      unit: 'profile-month',
      quantity: 'profiles',
      rate: 'azure.front-door-{plan}/base-fee',
      region: 'global',
    },
    egress: { label: 'Traffic to visitors', unit: 'GB', quantity: 'egress', rate: 'azure.front-door-{plan}/egress', region: '{place}' },
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'azure.front-door-{plan}/request', region: '{place}' },
    originEgress: {
      label: 'Traffic to origin',
      unit: 'GB',
      quantity: 'originEgress',
      rate: 'azure.front-door-{plan}/egress-to-origin',
      region: '{place}',
    },
  },
  columns: { size: 'plan', count: 'profiles' },
})
