import { choice, dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Between regions the continent of the sender decides; traffic in, and between the zones of a region, is free. */
export const bandwidth = service({
  id: 'azure.bandwidth',
  name: 'Azure bandwidth',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/bandwidth/',
  summary: 'Traffic out to the internet, between zones and between regions.',
  keywords: ['egress', 'data transfer', 'internet', 'cross-zone', 'cross-region', 'network'],
  inputs: {
    routing: choice({
      label: 'Way to the internet',
      help: 'Over Microsoft’s network unless the address is set to use internet providers.',
      options: { 'internet-egress': 'Microsoft global network', 'internet-egress-isp-routing': 'Internet providers' },
      default: 'internet-egress',
    }),
    internet: dataPerMonth({
      label: 'Out to the internet',
      help: 'GB a month sent from this region to the internet, all services together.',
    }),
    continent: dataPerMonth({
      label: 'To regions of the continent',
      help: 'GB a month sent from this region to others of the same continent.',
      default: '0',
    }),
    crossRegion: dataPerMonth({
      label: 'To regions elsewhere',
      help: 'GB a month sent from this region to other regions at the price of the sender’s continent.',
      default: '0',
    }),
    origin: choice({
      label: 'Continent of the sender',
      help: 'Where this region lies; it decides the price between regions.',
      options: {
        'na-eu': 'North America, Europe',
        'asia-oceania-mea': 'Asia, Oceania, Middle East, Africa',
        'south-america': 'South America',
      },
      default: 'na-eu',
    }),
    crossZone: dataPerMonth({
      label: 'Between zones',
      help: 'GB a month that go from one availability zone to another, which is free.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    internet: { label: 'Out to the internet', unit: 'GB', quantity: 'internet', rate: 'azure.data-transfer/{routing}' },
    continent: {
      label: 'To regions of the continent',
      unit: 'GB',
      quantity: 'continent',
      rate: ['azure.data-transfer/cross-region-intra-continent', 'azure.data-transfer/cross-region-{origin}'],
    },
    crossRegion: {
      label: 'To regions elsewhere',
      unit: 'GB',
      quantity: 'crossRegion',
      rate: ['azure.data-transfer/cross-region', 'azure.data-transfer/cross-region-{origin}'],
    },
    crossZone: { label: 'Between zones', unit: 'GB', quantity: 'crossZone', rate: 'azure.data-transfer/cross-az' },
  },
  columns: { size: 'routing' },
})
