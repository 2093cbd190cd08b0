import { choice, dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Between zones only the sending side pays, in each direction. */
export const networkTransfer = service({
  id: 'google.network-transfer',
  name: 'Traffic inside Google Cloud',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#vm-vm',
  summary: 'Traffic between zones of a region and between regions.',
  keywords: ['cross-zone', 'cross-region', 'inter-region', 'egress', 'vpc', 'network'],
  region: 'none',
  inputs: {
    crossZone: dataPerMonth({
      label: 'Between zones',
      help: 'GB a month that go from one zone to another of the same region, both directions together.',
    }),
    between: choice({
      label: 'Regions',
      help: 'Where the two regions lie.',
      options: {
        'na-vpc': 'Within North America',
        'eu-vpc': 'Within Europe',
        'asia-vpc': 'Within Asia',
        'oceania-vpc': 'Within Oceania',
        'sa-vpc': 'Within South America',
        'intercontinental-vpc': 'Between continents',
      },
      default: 'na-vpc',
    }),
    crossRegion: dataPerMonth({ label: 'Between regions', help: 'GB a month sent from one of these regions to another.', default: '0' }),
  },
  charges: {
    crossZone: { label: 'Between zones', unit: 'GB', quantity: 'crossZone', rate: 'google.data-transfer/cross-zone', region: 'all' },
    crossRegion: {
      label: 'Between regions',
      unit: 'GB',
      quantity: 'crossRegion',
      rate: 'google.data-transfer/cross-region-{between}',
      region: 'global',
    },
  },
})
