import { dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Traffic between zones is charged on both sides, so every GB counts twice. Traffic in from the internet is free. */
export const dataTransfer = service({
  id: 'aws.data-transfer',
  name: 'Data transfer',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
  summary: 'Traffic out to the internet, between availability zones and between regions.',
  keywords: ['egress', 'bandwidth', 'internet', 'cross-zone', 'cross-region', 'network'],
  inputs: {
    internet: dataPerMonth({
      label: 'Out to the internet',
      help: 'GB a month sent from this region to the internet, all services together.',
    }),
    crossZone: dataPerMonth({
      label: 'Between zones',
      help: 'GB a month that go from one availability zone to another; both sides are charged, type each GB once.',
      default: '0',
    }),
    crossRegion: dataPerMonth({
      label: 'To other regions',
      help: 'GB a month sent from this region to other regions of the cloud, at the usual price between regions.',
      default: '0',
    }),
    neighbour: dataPerMonth({
      label: 'Between N. Virginia and Ohio',
      help: 'GB a month between us-east-1 and us-east-2, which cost less than other pairs.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    internet: { label: 'Out to the internet', unit: 'GB', quantity: 'internet', rate: 'aws.data-transfer/internet-egress' },
    crossZone: { label: 'Between zones, both directions', unit: 'GB', quantity: '2 * crossZone', rate: 'aws.data-transfer/cross-az' },
    crossRegion: { label: 'To other regions', unit: 'GB', quantity: 'crossRegion', rate: 'aws.data-transfer/cross-region' },
    neighbour: { label: 'Between N. Virginia and Ohio', unit: 'GB', quantity: 'neighbour', rate: 'aws.data-transfer/cross-region-us-east' },
  },
})
