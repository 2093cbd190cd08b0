import { hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const route53Resolver = service({
  id: 'aws.route53-resolver',
  name: 'Route 53 Resolver',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/route53/pricing/',
  summary: 'Resolves names between a network and an office or data centre, billed by endpoint addresses and queries.',
  keywords: ['dns', 'hybrid', 'resolver', 'forwarding', 'name server'],
  inputs: {
    addresses: quantity({
      label: 'Endpoint addresses',
      help: 'Addresses (network interfaces) of all endpoints; an endpoint needs two or more.',
      unit: 'addresses',
      default: '2',
    }),
    hours: hoursPerMonth(),
    queries: perMonth({ label: 'Queries', help: 'Queries a month that go through the endpoints.', unit: 'queries' }),
  },
  charges: {
    addresses: {
      label: 'Endpoint address hours',
      unit: 'hour',
      quantity: 'addresses * hours',
      rate: 'aws.route53-resolver/endpoint-hour',
    },
    queries: { label: 'Queries', unit: 'query', quantity: 'queries', rate: 'aws.route53-resolver/query' },
  },
  columns: { count: 'addresses' },
})
