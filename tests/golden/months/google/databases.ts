import type { Worked } from '../../kit.ts'

export const googleDatabasesMonths: readonly Worked[] = [
  {
    name: 'a highly available Cloud SQL of 4 vCPUs, 16 GB and 500 GB',
    rows: [{ service: 'google.cloud-sql', inputs: { availability: 'regional', vcpus: '4', memory: '16', storage: '500', backups: '100' } }],
    working: '730 × (4 × 0.0826 + 16 × 0.014) + 500 × 0.34 + 100 × 0.08',
    total: 582.712,
  },
  {
    name: 'the same in Tokyo, whose memory has another name, without storage',
    rows: [
      {
        service: 'google.cloud-sql',
        region: 'asia-northeast1',
        inputs: { availability: 'regional', vcpus: '4', memory: '16', storage: '0' },
      },
    ],
    working: '730 × (4 × 0.1074 + 16 × 0.0182)',
    total: 526.184,
  },
  {
    name: 'db-n1-standard-2 with a standby and 100 GB',
    rows: [{ service: 'google.cloud-sql-machines', inputs: { size: 'n1-standard-2', availability: 'regional', storage: '100' } }],
    working: '730 × 0.2702 + 100 × 0.34',
    total: 231.246,
  },
  {
    name: '8 vCPUs with 30 GB, and a shared core with a standby, in Belgium',
    rows: [
      { service: 'google.cloud-sql-machines', region: 'europe-west1', inputs: { size: '8-vcpu-30', storage: '0' } },
      { service: 'google.cloud-sql-machines', region: 'europe-west1', inputs: { size: 'micro', availability: 'regional', storage: '0' } },
    ],
    working: '730 × 0.5404 + 730 × 0.021',
    total: 409.822,
  },
  {
    name: 'Firestore: 10 M reads, 2 M writes, 50 GB and 10 GB of older versions',
    rows: [{ service: 'google.firestore', inputs: { reads: '10e6', writes: '2e6', stored: '50', pointInTime: '10' } }],
    working: '10 M × 0.0000003 + 2 M × 0.0000009 + 50 × 0.15 + 10 × 0.15',
    total: 13.8,
  },
  {
    name: 'Redis: a basic cache of 3 GB (M1) and a replicated one of 16 GB (M3)',
    rows: [
      { service: 'google.memorystore-redis', inputs: { memory: '3' } },
      { service: 'google.memorystore-redis', inputs: { serviceTier: 'standard', memory: '16' } },
    ],
    working: '730 × (3 × 0.049 + 16 × 0.046)',
    total: 644.59,
  },
  {
    name: 'BigQuery in Iowa: 20 TB scanned',
    rows: [{ service: 'google.bigquery', inputs: { scanned: '20 TB', active: '0' } }],
    working: '20 × 6.25',
    total: 125,
  },
  {
    name: 'BigQuery in South Carolina: tables kept, rows streamed in and read out',
    rows: [
      {
        service: 'google.bigquery',
        region: 'us-east1',
        inputs: { scanned: '0', active: '1,000', longTerm: '2,000', streamed: '10', written: '100', read: '2 TB' },
      },
    ],
    working: '1,000 × 0.023 + 2,000 × 0.016 + 10,240 MB × 0.00005 + 100 × 0.025 + 2 × 1.1',
    total: 60.212,
  },
  {
    name: 'Pub/Sub: 512 GB published, received twice, 10 GB kept',
    rows: [{ service: 'google.pubsub', inputs: { published: '512', delivered: '1 TB', retained: '10' } }],
    working: '0.5 × 40 + 1 × 40 + 10 × 0.27',
    total: 62.7,
  },
]
