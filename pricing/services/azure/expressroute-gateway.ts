import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const expressrouteGateway = service({
  id: 'azure.expressroute-gateway',
  name: 'Azure ExpressRoute gateway',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/vpn-gateway/',
  summary: 'Gateway between an ExpressRoute circuit and a virtual network, billed by the hour.',
  keywords: ['expressroute', 'gateway', 'hybrid', 'private line', 'ergw'],
  inputs: {
    size: choice({
      label: 'Size',
      help: 'Throughput grows along the list; AZ gateways stand in several zones.',
      options: {
        standard: 'Standard, 1 Gbit/s',
        highperformance: 'High Performance, 2 Gbit/s',
        ultraperformance: 'Ultra Performance, 10 Gbit/s',
        ergw1az: 'ErGw1AZ, 1 Gbit/s',
        ergw2az: 'ErGw2AZ, 2 Gbit/s',
        ergw3az: 'ErGw3AZ, 10 Gbit/s',
      },
      default: 'ergw1az',
    }),
    count: quantity({ label: 'Gateways', help: 'How many gateways there are.', unit: 'gateways', default: '1' }),
    hours: hoursPerMonth(),
  },
  charges: {
    hours: { label: 'Gateway hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.expressroute-gateway/{size}' },
  },
  columns: { size: 'size', count: 'count' },
})
