import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const publicIpv4 = service({
  id: 'aws.public-ipv4',
  name: 'Public IPv4 addresses',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/vpc/pricing/',
  summary: 'Public IPv4 addresses, billed by the hour whether in use or idle.',
  keywords: ['elastic ip', 'eip', 'ip address', 'vpc'],
  inputs: {
    count: quantity({
      label: 'Addresses in use',
      help: 'Addresses attached to instances, load balancers (one per zone), gateways and databases.',
      unit: 'addresses',
      default: '1',
    }),
    idle: quantity({
      label: 'Idle addresses',
      help: 'Addresses kept without being attached to anything.',
      unit: 'addresses',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth({ help: 'Hours a month that each address is held; the whole month unless you say otherwise.' }),
  },
  charges: {
    used: { label: 'Addresses in use', unit: 'hour', quantity: 'count * hours', rate: 'aws.public-ipv4/in-use-hour' },
    idle: { label: 'Idle addresses', unit: 'hour', quantity: 'idle * hours', rate: 'aws.public-ipv4/idle-hour' },
  },
  columns: { count: 'count' },
})
