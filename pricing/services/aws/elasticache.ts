import { choice, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Nodes of one cluster; replicas and shards are nodes too. Backups of Redis and Valkey up to one per cluster are free. */
export const elasticache = service({
  id: 'aws.elasticache',
  name: 'ElastiCache nodes',
  cloud: 'aws',
  category: 'databases',
  source: 'https://aws.amazon.com/elasticache/pricing/',
  summary: 'In-memory cache on nodes of a chosen size, for Valkey, Redis OSS or Memcached.',
  keywords: ['cache', 'redis', 'valkey', 'memcached', 'in-memory', 'session store'],
  inputs: {
    engine: choice({
      label: 'Engine',
      help: 'Valkey costs a fifth less than Redis OSS and speaks the same protocol.',
      options: { valkey: 'Valkey', redis: 'Redis OSS', memcached: 'Memcached' },
      default: 'redis',
    }),
    size: size({
      label: 'Node type',
      help: 'The node type, such as cache.m6g.large.',
      sizes: {
        from: 'rates',
        patterns: ['aws.elasticache-redis/{size}', 'aws.elasticache-valkey/{size}', 'aws.elasticache-memcached/{size}'],
        prefix: 'cache.',
      },
      default: 'cache.m6g.large',
    }),
    count: quantity({
      label: 'Nodes',
      help: 'All nodes: shards × (one primary + its replicas). Two or more, in two zones, survive the loss of one.',
      unit: 'nodes',
      default: '1',
    }),
    hours: hoursPerMonth(),
    backup: dataStored({
      label: 'Backups',
      help: 'GB of backups beyond the one of each cluster that is free; Memcached has none.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    nodes: { label: 'Node hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.elasticache-{engine}/{size}' },
    backup: {
      label: 'Backups',
      unit: 'GB-month',
      quantity: 'backup',
      when: { engine: ['valkey', 'redis'] },
      rate: 'aws.elasticache/backup',
    },
  },
  columns: { size: 'size', count: 'count' },
})
