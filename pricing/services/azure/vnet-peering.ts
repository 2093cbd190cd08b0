import { choice, dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Every GB is charged twice: as it leaves one network and as it enters the other. The row stands in the sender’s region. */
export const vnetPeering = service({
  id: 'azure.vnet-peering',
  name: 'Virtual network peering',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/virtual-network/',
  summary: 'Traffic between virtual networks that are peered, charged at both ends.',
  keywords: ['vnet', 'peering', 'virtual network', 'hub and spoke', 'cross-region'],
  inputs: {
    local: dataPerMonth({ label: 'In the same region', help: 'GB a month between networks of one region; type each GB once.' }),
    global: dataPerMonth({
      label: 'To another region',
      help: 'GB a month sent to a network in another region; type each GB once.',
      default: '0',
    }),
    zones: choice({
      label: 'Zones of the two regions',
      help: 'Zone 1 is North America and Europe, zone 2 Asia Pacific, zone 3 Brazil.',
      options: { 'zone1-zone1': 'Zone 1 to zone 1', 'zone1-zone2': 'Zone 1 to zone 2', 'zone1-zone3': 'Zone 1 to zone 3' },
      default: 'zone1-zone1',
    }),
  },
  charges: {
    localOut: { label: 'Same region, out', unit: 'GB', quantity: 'local', rate: 'azure.vnet-peering/intra-region-outbound' },
    localIn: { label: 'Same region, in', unit: 'GB', quantity: 'local', rate: 'azure.vnet-peering/intra-region-inbound' },
    globalOut: { label: 'Other region, out', unit: 'GB', quantity: 'global', rate: 'azure.vnet-peering-global/{zones}-outbound' },
    globalIn: { label: 'Other region, in', unit: 'GB', quantity: 'global', rate: 'azure.vnet-peering-global/{zones}-inbound' },
  },
})
