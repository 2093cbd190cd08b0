import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const azureNatGateway = service({
  id: 'azure.nat-gateway',
  name: 'Azure NAT Gateway',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/azure-nat-gateway/',
  summary: 'Way out to the internet for private subnets, billed by the hour and by every GB that passes.',
  keywords: ['nat', 'vnet', 'egress', 'private subnet', 'outbound'],
  inputs: {
    count: quantity({ label: 'Gateways', help: 'How many gateways there are.', unit: 'gateways', default: '1' }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({
      label: 'Processed data',
      help: 'GB a month through all gateways, both directions; bandwidth to the internet is charged on top.',
    }),
  },
  charges: {
    hours: { label: 'Gateway hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.nat-gateway/hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'azure.nat-gateway/data-processed' },
  },
  columns: { count: 'count' },
})
