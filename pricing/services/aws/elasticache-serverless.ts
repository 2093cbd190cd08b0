import { choice, dataStored, hoursPerMonth, payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** A processing unit (ECPU) reads or writes 1 KB; Valkey bills at least 0.1 GB, the other engines 1 GB. */
export const elasticacheServerless = service({
  id: 'aws.elasticache-serverless',
  name: 'ElastiCache Serverless',
  cloud: 'aws',
  category: 'databases',
  source: 'https://aws.amazon.com/elasticache/pricing/',
  summary: 'In-memory cache without nodes, billed by the data it holds and the requests it serves.',
  keywords: ['cache', 'redis', 'valkey', 'memcached', 'ecpu', 'serverless'],
  inputs: {
    engine: choice({
      label: 'Engine',
      help: 'Valkey is billed from 0.1 GB on, Redis OSS and Memcached from 1 GB on.',
      options: { valkey: 'Valkey', redis: 'Redis OSS', memcached: 'Memcached' },
      default: 'valkey',
    }),
    stored: dataStored({ label: 'Cached data', help: 'GB held, on average over the hours the cache exists.' }),
    hours: hoursPerMonth({ minor: true }),
    requests: perMonth({ label: 'Requests', help: 'Reads and writes a month.', unit: 'requests' }),
    requestSize: payload({
      label: 'Data per request',
      help: 'KB read or written by one request, on average; every 1 KB counts as a processing unit.',
      default: '1',
    }),
    snapshots: dataStored({ label: 'Snapshots', help: 'GB of snapshots kept.', default: '0', minor: true }),
  },
  charges: {
    storage: {
      label: 'Cached data',
      unit: 'GB-hour',
      quantity: 'stored * hours',
      rate: 'aws.elasticache-serverless/{engine}-gb-hour',
    },
    processing: {
      label: 'Processing units',
      unit: 'ECPU',
      quantity: 'requests * max(1, requestSize)',
      rate: 'aws.elasticache-serverless/{engine}-ecpu',
    },
    snapshots: {
      label: 'Snapshots',
      unit: 'GB-month',
      quantity: 'snapshots',
      when: { engine: ['valkey', 'redis'] },
      rate: 'aws.elasticache/backup',
    },
  },
  columns: { size: 'engine' },
})
