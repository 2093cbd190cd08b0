import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

const sizes = ['250 MB', '1 GB', '2.5 GB', '6 GB', '13 GB', '26 GB', '53 GB'] as const

function family(tier: 'basic' | 'standard', word: string): Readonly<Record<string, string>> {
  return Object.fromEntries(sizes.map((memory, index) => [`${tier}-c${index}`, `${word} C${index}, ${memory}`]))
}

const premium: Readonly<Record<string, string>> = {
  'premium-p1': 'Premium P1, 6 GB',
  'premium-p2': 'Premium P2, 13 GB',
  'premium-p3': 'Premium P3, 26 GB',
  'premium-p4': 'Premium P4, 53 GB',
  'premium-p5': 'Premium P5, 120 GB',
}
const basic = Object.keys(family('basic', 'Basic'))
const standard = Object.keys(family('standard', 'Standard'))

/** Prices are per node: a Basic cache has one, a Standard cache two, each shard of a Premium cache two and one more for every further replica. */
export const cacheForRedis = service({
  id: 'azure.cache-for-redis',
  name: 'Azure Cache for Redis',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/cache/',
  summary: 'Managed Redis caches, billed by the hour of each node.',
  keywords: ['redis', 'cache', 'memory', 'session', 'key value'],
  inputs: {
    size: choice({
      label: 'Size',
      help: 'Basic has one node and no service level, Standard two, Premium can have shards.',
      options: {
        ...family('basic', 'Basic'),
        ...family('standard', 'Standard'),
        ...premium,
      },
      default: 'standard-c3',
    }),
    count: quantity({ label: 'Caches', help: 'How many caches of this size there are.', unit: 'caches', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the caches exist.' }),
    shards: quantity({ label: 'Shards', help: 'Shards of each Premium cache.', unit: 'shards', default: '1', min: 1, minor: true }),
    replicas: quantity({
      label: 'Replicas of a shard',
      help: 'Copies of each Premium shard besides its primary.',
      unit: 'replicas',
      default: '1',
      min: 1,
      minor: true,
    }),
  },
  charges: {
    basic: {
      label: 'Node hours',
      unit: 'node-hour',
      quantity: 'count * hours',
      when: { size: basic },
      rate: 'azure.cache-for-redis/{size}',
    },
    standard: {
      label: 'Node hours, two nodes a cache',
      unit: 'node-hour',
      quantity: 'count * hours * 2',
      when: { size: standard },
      rate: 'azure.cache-for-redis/{size}',
    },
    premium: {
      label: 'Node hours',
      unit: 'node-hour',
      quantity: 'count * hours * shards * (1 + replicas)',
      when: { size: Object.keys(premium) },
      rate: 'azure.cache-for-redis/{size}',
    },
  },
  columns: { size: 'size', count: 'count' },
})
