import { dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Within a zone peering is free. Between zones both sides are charged, so every GB counts twice. */
export const vpcPeering = service({
  id: 'aws.vpc-peering',
  name: 'VPC peering',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/vpc/pricing/',
  summary: 'Joins two networks directly; only traffic between zones or regions is billed.',
  keywords: ['peering', 'network', 'cross-zone', 'vpc'],
  inputs: {
    crossZone: dataPerMonth({
      label: 'Between zones',
      help: 'GB a month that go between zones over peerings in this region; both sides are charged, type each GB once.',
    }),
    crossRegion: dataPerMonth({
      label: 'To other regions',
      help: 'GB a month sent over peerings to other regions; 0 where a Data transfer row counts them.',
      default: '0',
    }),
  },
  charges: {
    crossZone: {
      label: 'Between zones, both directions',
      unit: 'GB',
      quantity: '2 * crossZone',
      rate: 'aws.vpc-peering/intra-region-cross-az',
    },
    crossRegion: { label: 'To other regions', unit: 'GB', quantity: 'crossRegion', rate: 'aws.data-transfer/cross-region' },
  },
})
