import type { Worked } from '../../kit.ts'

export const databasesMonths: readonly Worked[] = [
  {
    name: 'SQL Database: General Purpose of 4 vCores with its licence, 500 GB and long-term backups',
    rows: [{ service: 'azure.sql-database', inputs: { storage: '500', longTermBackup: '100' } }],
    working: '730 × (0.60886 + 4 × 0.099966) + 500 × 0.115 + 100 × 0.05',
    total: 798.86852,
  },
  {
    name: 'the same over zones, with a licence of its own',
    rows: [{ service: 'azure.sql-database', inputs: { storage: '500', zones: 'yes', licence: 'hybrid' } }],
    working: '730 × (0.60886 + 0.36532) + 500 × 0.23',
    total: 826.1514,
  },
  {
    name: 'Business Critical of 8 vCores with extra backups in one place',
    rows: [
      {
        service: 'azure.sql-database',
        inputs: { serviceTier: 'bc', size: 'gen5-8', storage: '250', backup: '50', backupRedundancy: 'lrs' },
      },
    ],
    working: '730 × (2.43548 + 8 × 0.375) + 250 × 0.25 + 50 × 0.1',
    total: 4035.4004,
  },
  {
    name: 'Hyperscale of 2 vCores with two replicas has no licence charge',
    rows: [{ service: 'azure.sql-database', inputs: { serviceTier: 'hs', size: 'gen5-2', storage: '1,000', replicas: '2' } }],
    working: '730 × 3 × 0.36532 + 1,000 × 0.25',
    total: 1050.0508,
  },
  {
    name: 'serverless: 1.5 vCores on average for 8 h a day',
    rows: [{ service: 'azure.sql-database-serverless', inputs: { vcores: '1.5', activeHours: '8 h/day', storage: '100' } }],
    working: '1.5 × 730 × 8 ÷ 24 × 0.52176 + 100 × 0.115',
    total: 201.9424,
  },
  {
    name: 'ten S0 databases and one P6 with more storage',
    rows: [
      { service: 'azure.sql-database-dtu', inputs: { count: '10' } },
      { service: 'azure.sql-database-dtu', inputs: { size: 'p6', extraStorage: '100' } },
    ],
    working: '10 × 730 × 0.02016 + 730 × 5 + 100 × 0.34',
    total: 3831.168,
  },
  {
    name: 'an elastic pool of 4 vCores with licences of its own, without storage',
    rows: [{ service: 'azure.sql-elastic-pool', region: 'westeurope', inputs: { licence: 'hybrid', storage: '0' } }],
    working: '730 × 0.66975',
    total: 488.9175,
  },
  {
    name: 'two Standard pools of 200 eDTUs',
    rows: [{ service: 'azure.sql-elastic-pool-dtu', region: 'westeurope', inputs: { count: '2' } }],
    working: '2 × 730 × 0.60416',
    total: 882.0736,
  },
  {
    name: 'a managed instance of 16 vCores with its licence and 256 GB',
    rows: [{ service: 'azure.sql-managed-instance', region: 'westeurope', inputs: { size: 'gen5-16', storage: '256' } }],
    working: '730 × (2.67903 + 16 × 0.099966) + (256 − 32) × 0.137',
    total: 3153.98278,
  },
  {
    name: 'PostgreSQL: D2ds_v5 with a standby, 128 GB and backups',
    rows: [{ service: 'azure.postgresql-flexible', region: 'westus', inputs: { availability: 'standby', storage: '128', backup: '50' } }],
    working: '2 × 730 × 0.203 + 2 × 128 × 0.138 + 50 × 0.095',
    total: 336.458,
  },
  {
    name: 'a burstable PostgreSQL server in Virginia',
    rows: [{ service: 'azure.postgresql-flexible', region: 'eastus', inputs: { size: 'b1ms', storage: '32' } }],
    working: '730 × 0.017 + 32 × 0.12',
    total: 16.25,
  },
  {
    name: 'MySQL: two E4ds_v4 with 100 extra IOPS each',
    rows: [{ service: 'azure.mysql-flexible', region: 'westus', inputs: { size: 'e4ds-v4', count: '2', storage: '200', iops: '100' } }],
    working: '2 × 730 × 0.5244 + 400 × 0.138 + 200 × 0.06',
    total: 832.824,
  },
  {
    name: 'a retired PostgreSQL single server, without storage',
    rows: [{ service: 'azure.single-server', inputs: { engine: 'postgresql-single', storage: '0' } }],
    working: '730 × 0.3504',
    total: 255.792,
  },
  {
    name: 'Cosmos DB: 4,000 RU/s in two regions with 100 GB, in Virginia',
    rows: [{ service: 'azure.cosmos-db', inputs: { throughput: '4,000', regions: '2', stored: '100' } }],
    working: '40 × 730 × 2 × 0.008 + 200 × 0.25',
    total: 517.2,
  },
  {
    name: 'Cosmos DB provisioned in California, whose source gives months',
    rows: [{ service: 'azure.cosmos-db', region: 'westus', inputs: { throughput: '400', stored: '10' } }],
    working: '4 × 5.84 + 10 × 0.25',
    total: 25.86,
  },
  {
    name: 'Cosmos DB: autoscale of 4,000 RU/s on average at 1.5 times the price, with backups',
    rows: [
      {
        service: 'azure.cosmos-db',
        region: 'westus',
        inputs: { mode: 'autoscale', throughput: '4,000', stored: '100', analytical: '50', continuousBackup: '100', extraBackups: '20' },
      },
    ],
    working: '40 × 1.5 × 5.84 + 100 × 0.25 + 50 × 0.03 + 100 × 0.2 + 20 × 0.15',
    total: 399.9,
  },
  {
    name: 'Cosmos DB: 50 M request units serverless',
    rows: [{ service: 'azure.cosmos-db', inputs: { mode: 'serverless', throughput: '0', requestUnits: '50e6', stored: '5' } }],
    working: '50 × 0.25 + 5 × 0.25',
    total: 13.75,
  },
  {
    name: 'Redis: a Standard C3 of two nodes, a Basic C4 of one, a Premium P1 of two shards',
    rows: [
      { service: 'azure.cache-for-redis', inputs: {} },
      { service: 'azure.cache-for-redis', inputs: { size: 'basic-c4' } },
      { service: 'azure.cache-for-redis', inputs: { size: 'premium-p1', shards: '2' } },
    ],
    working: '730 × (2 × 0.225 + 0.21 + 4 × 0.277)',
    total: 1290.64,
  },
  {
    name: 'Managed Redis: two caches of two nodes and one of a single node',
    rows: [
      { service: 'azure.managed-redis', inputs: { count: '2' } },
      { service: 'azure.managed-redis', inputs: { size: 'memoryoptimized-m10', availability: 'no' } },
    ],
    working: '730 × (4 × 0.065 + 0.216)',
    total: 347.48,
  },
]
