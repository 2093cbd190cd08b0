import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const natGateway = service({
  id: 'aws.nat-gateway',
  name: 'NAT gateway',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/vpc/pricing/',
  summary: 'Way out to the internet for private subnets, billed by the hour and by every GB that passes.',
  keywords: ['nat', 'vpc', 'egress', 'private subnet'],
  inputs: {
    count: quantity({
      label: 'Gateways',
      help: 'How many gateways there are, usually one per availability zone.',
      unit: 'gateways',
      default: '1',
    }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({
      label: 'Processed data',
      help: 'GB a month through all gateways, both directions; data transfer to the internet is charged on top.',
    }),
  },
  charges: {
    hours: { label: 'Gateway hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.nat-gateway/hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'aws.nat-gateway/data-processed' },
  },
  columns: { count: 'count' },
})
