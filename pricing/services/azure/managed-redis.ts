import { choice, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Prices are per node; high availability takes two. */
export const managedRedis = service({
  id: 'azure.managed-redis',
  name: 'Azure Managed Redis',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/managed-redis/',
  summary: 'Redis Enterprise as a service, billed by the hour of each node.',
  keywords: ['redis', 'cache', 'memory', 'enterprise', 'vector', 'key value'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'Balanced, memory, compute or flash optimized, with its size.',
      sizes: { from: 'rates', patterns: ['azure.managed-redis/{size}'] },
      default: 'balanced-b3',
    }),
    availability: choice({
      label: 'High availability',
      help: 'With it each cache has two nodes and a service level.',
      options: { yes: 'Two nodes', no: 'One node' },
      default: 'yes',
    }),
    count: quantity({ label: 'Caches', help: 'How many caches of this size there are.', unit: 'caches', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the caches exist.' }),
  },
  charges: {
    pairs: {
      label: 'Node hours, two nodes a cache',
      unit: 'node-hour',
      quantity: 'count * hours * 2',
      when: { availability: ['yes'] },
      rate: 'azure.managed-redis/{size}',
    },
    single: {
      label: 'Node hours',
      unit: 'node-hour',
      quantity: 'count * hours',
      when: { availability: ['no'] },
      rate: 'azure.managed-redis/{size}',
    },
  },
  columns: { size: 'size', count: 'count' },
})
