import type { Worked } from '../../kit.ts'

export const databasesMonths: readonly Worked[] = [
  {
    name: 'DynamoDB on demand: 10 M reads of 6 KB, 2 M writes of 1.5 KB, some in transactions, and 30 GB',
    rows: [
      {
        service: 'aws.dynamodb',
        inputs: { stored: '30', reads: '10e6', writes: '2e6', itemSize: '1.5', transactionalWrites: '500,000', strongReads: '1e6' },
      },
    ],
    working: '(5 M + 1 M) × 0.000000125 + (2 M + 1 M) × 2 × 0.000000625 + 30 × 0.25',
    total: 12,
  },
  {
    name: 'DynamoDB on demand: items of 9 KB take three read units and nine write units',
    rows: [{ service: 'aws.dynamodb', inputs: { stored: '0', reads: '4e6', writes: '1e6', itemSize: '9' } }],
    working: '4 M × 0.5 × 3 × 0.000000125 + 1 M × 9 × 0.000000625',
    total: 6.375,
  },
  {
    name: 'DynamoDB provisioned: 200 reads and 50 writes a second',
    rows: [{ service: 'aws.dynamodb', inputs: { capacity: 'provisioned', stored: '100', readCapacity: '200', writeCapacity: '50' } }],
    working: '200 × 730 × 0.00013 + 50 × 730 × 0.00065 + 100 × 0.25',
    total: 67.705,
  },
  {
    name: 'DynamoDB in Ohio: a stream read, recovery of 50 GB, 20 GB of backups and 10 GB restored',
    rows: [
      {
        service: 'aws.dynamodb',
        region: 'us-east-2',
        inputs: { stored: '0', reads: '0', writes: '0', streamReads: '3e6', continuousBackup: '50', backup: '20', restored: '10' },
      },
    ],
    working: '3 M × 0.0000002 + 50 × 0.2 + 20 × 0.1 + 10 × 0.15',
    total: 14.1,
  },
  {
    name: 'ElastiCache: Redis on three cache.r6g.large and Valkey on two cache.t4g.small, with 20 GB of backups',
    rows: [
      { service: 'aws.elasticache', inputs: { size: 'cache.r6g.large', count: '3', backup: '20' } },
      { service: 'aws.elasticache', inputs: { engine: 'valkey', size: 'cache.t4g.small', count: '2' } },
    ],
    working: '3 × 730 × 0.206 + 20 × 0.085 + 2 × 730 × 0.0256',
    total: 490.216,
  },
  {
    name: 'Aurora PostgreSQL: two db.r7g.large, 200 GB and 100 M I/O',
    rows: [{ service: 'aws.aurora-postgres', inputs: { count: '2', storage: '200', ioRequests: '100e6' } }],
    working: '2 × 730 × 0.276 + 200 × 0.1 + 100 M × 0.0000002',
    total: 442.96,
  },
  {
    name: 'Aurora MySQL, I/O-optimised: two db.r7g.large and 200 GB, whatever the I/O',
    rows: [{ service: 'aws.aurora-mysql', inputs: { configuration: 'io-optimized', count: '2', storage: '200', ioRequests: '1e9' } }],
    working: '2 × 730 × 0.359 + 200 × 0.23',
    total: 570.14,
  },
  {
    name: 'Aurora Serverless v2 of two instances at 4.5 capacity units on average, in both configurations',
    rows: [
      {
        service: 'aws.aurora-postgres',
        inputs: { capacity: 'serverless', count: '2', capacityUnits: '4.5', storage: '50', ioRequests: '0' },
      },
      {
        service: 'aws.aurora-postgres',
        inputs: { capacity: 'serverless', configuration: 'io-optimized', count: '2', capacityUnits: '4.5', storage: '50' },
      },
    ],
    working: '2 × 730 × 4.5 × (0.12 + 0.16) + 50 × (0.1 + 0.23)',
    total: 1856.1,
  },
]
