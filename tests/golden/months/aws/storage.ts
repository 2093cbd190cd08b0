import type { Worked } from '../../kit.ts'

const noRequests = { putRequests: '0', getRequests: '0' }

export const storageMonths: readonly Worked[] = [
  {
    name: 'two gp3 volumes with more IOPS and throughput than included',
    rows: [{ service: 'aws.ebs', inputs: { storage: '500', count: '2', iops: '5,000', throughput: '250' } }],
    working: '2 × (500 × 0.08 + 2,000 × 0.005 + 125 × 0.04)',
    total: 110,
  },
  {
    name: 'an io2 volume of 70,000 IOPS in Ireland',
    rows: [{ service: 'aws.ebs', region: 'eu-west-1', inputs: { type: 'io2', storage: '1,000', iops: '70,000' } }],
    working: '1,000 × 0.138 + 32,000 × 0.072 + 32,000 × 0.0504 + 6,000 × 0.03528',
    total: 4266.48,
  },
  {
    name: 'a magnetic volume and its requests',
    rows: [{ service: 'aws.ebs', inputs: { type: 'magnetic', storage: '100', ioRequests: '40e6' } }],
    working: '100 × 0.05 + 40 M × 0.00000005',
    total: 7,
  },
  {
    name: 'snapshots in Ireland, some in the archive and some read back',
    rows: [{ service: 'aws.ebs-snapshots', region: 'eu-west-1', inputs: { stored: '0', archived: '1,000', retrieved: '100' } }],
    working: '1,000 × 0.0125 + 100 × 0.03',
    total: 15.5,
  },
  {
    name: 'S3 Standard with 60 TB and its requests',
    rows: [{ service: 'aws.s3', inputs: { stored: '60 TB', putRequests: '1e6', getRequests: '10e6' } }],
    working: '51,200 × 0.023 + 10,240 × 0.022 + 1 M × 0.000005 + 10 M × 0.0000004',
    total: 1411.88,
  },
  {
    name: 'Glacier Flexible Retrieval: moved in by lifecycle, a little restored',
    rows: [
      {
        service: 'aws.s3',
        inputs: {
          ...noRequests,
          class: 'glacier-flexible',
          stored: '10 TB',
          retrieved: '100',
          retrievalRequests: '1,000',
          transitions: '100,000',
        },
      },
    ],
    working: '10,240 × 0.0036 + 100 × 0.01 + 1,000 × 0.00005 + 100,000 × 0.00003',
    total: 40.914,
  },
  {
    name: 'Glacier Deep Archive: a million objects, some restored in bulk',
    rows: [
      {
        service: 'aws.s3',
        inputs: {
          ...noRequests,
          class: 'glacier-deep-archive',
          stored: '100 TB',
          retrieved: '0',
          bulk: '1,000',
          bulkRequests: '1,000',
          archivedObjects: '1,048,576',
        },
      },
    ],
    working: '102,400 × 0.00099 + 32 × 0.00099 + 8 × 0.023 + 1,000 × 0.0025 + 1,000 × 0.000025',
    total: 104.11668,
  },
  {
    name: 'Intelligent-Tiering over two tiers with a million watched objects',
    rows: [{ service: 'aws.s3-intelligent-tiering', inputs: { frequent: '1,000', infrequent: '5,000', objects: '1e6' } }],
    working: '1,000 × 0.023 + 5,000 × 0.0125 + 1 M × 0.0000025',
    total: 88,
  },
  {
    name: 'EFS with provisioned throughput above what its size includes',
    rows: [{ service: 'aws.efs', inputs: { stored: '100', infrequent: '400', infrequentRead: '50', throughput: '20' } }],
    working: '100 × 0.30 + 400 × 0.025 + 50 × 0.01 + (20 − 100/20) × 6',
    total: 130.5,
  },
  {
    name: 'PostgreSQL on db.m5.large, two zones, in Ireland',
    rows: [{ service: 'aws.rds-postgres', region: 'eu-west-1', inputs: { deployment: 'multi-az', storage: '100' } }],
    working: '730 × 0.394 + 100 × 0.254',
    total: 313.02,
  },
  {
    name: 'MySQL on two db.r5.large with io1 and backups in Virginia',
    rows: [
      {
        service: 'aws.rds-mysql',
        inputs: { size: 'db.r5.large', count: '2', storageType: 'io1', storage: '200', iops: '2,000', backup: '50' },
      },
    ],
    working: '2 × (730 × 0.24 + 200 × 0.125 + 2,000 × 0.1) + 50 × 0.095',
    total: 805.15,
  },
]
