import type { Worked } from '../../kit.ts'

export const storageMonths: readonly Worked[] = [
  {
    name: '60 TB of hot blobs in Virginia, over two steps, with 1 M writes and 10 M reads',
    rows: [{ service: 'azure.blob-storage', inputs: { stored: '60 TB', writes: '1e6', reads: '10e6', retrieved: '0' } }],
    working: '51,200 × 0.0208 + 10,240 × 0.019968 + 1,000,000 × 0.000005 + 10,000,000 × 0.0000004',
    total: 1278.43232,
  },
  {
    name: 'cool blobs with a second region in the Netherlands, read back and partly deleted early',
    rows: [
      {
        service: 'azure.blob-storage',
        region: 'westeurope',
        inputs: {
          accessTier: 'cool',
          redundancy: 'grs',
          stored: '1,000',
          writes: '100,000',
          reads: '50,000',
          retrieved: '200',
          replicated: '300',
          deletedEarly: '50',
        },
      },
    ],
    working: '1,000 × 0.02 + 100,000 × 0.00002 + 50,000 × 0.000001 + 200 × 0.01 + 300 × 0.02 + 50 × 0.02',
    total: 31.05,
  },
  {
    name: 'archived blobs brought back, some of them within an hour',
    rows: [
      {
        service: 'azure.blob-storage',
        region: 'westeurope',
        inputs: {
          accessTier: 'archive',
          stored: '10,000',
          writes: '10,000',
          reads: '100',
          retrieved: '50',
          priorityReads: '10',
          priorityRetrieved: '5',
        },
      },
    ],
    working: '10,000 × 0.0018 + 10,000 × 0.000012 + 100 × 0.0006 + 50 × 0.024 + 10 × 0.0065 + 5 × 0.13',
    total: 20.095,
  },
  {
    name: 'premium blobs over three zones',
    rows: [{ service: 'azure.blob-premium', region: 'westus', inputs: { redundancy: 'zrs', stored: '500', writes: '1e6', reads: '5e6' } }],
    working: '500 × 0.259 + 1,000,000 × 0.00000303 + 5,000,000 × 0.000000242',
    total: 133.74,
  },
  {
    name: 'Premium SSD: four P10 in Virginia and one P30 over zones for half the month in the Netherlands',
    rows: [
      { service: 'azure.disk-premium-ssd', inputs: { count: '4' } },
      { service: 'azure.disk-premium-ssd', region: 'westeurope', inputs: { size: 'p30', redundancy: 'zrs', hours: '12 h/day' } },
    ],
    working: '4 × 19.71 + 0.5 × 222.99',
    total: 190.335,
  },
  {
    name: 'Premium SSD v2: two disks of 500 GB, 5,000 IOPS and 200 MB/s',
    rows: [
      {
        service: 'azure.disk-premium-ssd-v2',
        region: 'westeurope',
        inputs: { count: '2', storage: '500', iops: '5,000', throughput: '200' },
      },
    ],
    working: '2 × 730 × (500 × 0.00013 + 2,000 × 0.000008 + 75 × 0.000065)',
    total: 125.3775,
  },
  {
    name: 'Standard SSD: two E10 with 10 M operations',
    rows: [{ service: 'azure.disk-standard-ssd', region: 'westeurope', inputs: { count: '2', operations: '10e6' } }],
    working: '2 × 9.6 + 10,000,000 × 0.0000002',
    total: 21.2,
  },
  {
    name: 'Standard HDD: one S20 with 10 M operations',
    rows: [{ service: 'azure.disk-standard-hdd', region: 'westeurope', inputs: { size: 's20', operations: '10e6' } }],
    working: '21.76 + 10,000,000 × 0.00000005',
    total: 22.26,
  },
  {
    name: 'an Ultra disk in the Netherlands, and vCPUs reserved for another',
    rows: [
      {
        service: 'azure.disk-ultra',
        region: 'westeurope',
        inputs: { storage: '256', iops: '10,000', throughput: '500', reservedVcpus: '8' },
      },
    ],
    working: '730 × (256 × 0.000213 + 10,000 × 0.000088 + 500 × 0.000572 + 8 × 0.0078)',
    total: 936.53744,
  },
  {
    name: 'an Ultra disk in Virginia, whose source gives months',
    rows: [{ service: 'azure.disk-ultra', inputs: { storage: '100', iops: '1,000', throughput: '0' } }],
    working: '100 × 0.11972 + 1,000 × 0.04964',
    total: 61.612,
  },
  {
    name: 'snapshots: 200 GB on standard storage, 100 GB on premium over zones',
    rows: [
      { service: 'azure.disk-snapshots', region: 'westeurope', inputs: { stored: '200' } },
      { service: 'azure.disk-snapshots', region: 'westeurope', inputs: { storageType: 'premium-ssd', redundancy: 'zrs', stored: '100' } },
    ],
    working: '200 × 0.05 + 100 × 0.217',
    total: 31.7,
  },
  {
    name: 'a cool file share with every operation',
    rows: [
      {
        service: 'azure.files',
        region: 'westeurope',
        inputs: {
          accessTier: 'cool',
          redundancy: 'zrs',
          stored: '1,000',
          writes: '100,000',
          reads: '200,000',
          lists: '10,000',
          others: '50,000',
          metadata: '10',
          retrieved: '100',
        },
      },
    ],
    working:
      '1,000 × 0.0197 + 100,000 × 0.000013 + 200,000 × 0.0000013 + 10,000 × 0.00000878 + 50,000 × 0.000000559 + 10 × 0.035 + 100 × 0.01',
    total: 22.72575,
  },
  {
    name: 'a transaction optimized share in California, which charges no metadata',
    rows: [
      {
        service: 'azure.files',
        region: 'westus',
        inputs: { accessTier: 'transaction-optimized', stored: '500', writes: '1e6', reads: '0', metadata: '10' },
      },
    ],
    working: '500 × 0.06 + 1,000,000 × 0.0000015',
    total: 31.5,
  },
  {
    name: 'a premium file share of 1,024 GB with snapshots',
    rows: [{ service: 'azure.files-premium', region: 'westus', inputs: { provisioned: '1,024', snapshots: '100' } }],
    working: '1,024 × 0.176 + 100 × 0.15',
    total: 195.224,
  },
  {
    name: 'a provisioned SSD share above what it includes, and an HDD share that pays for all',
    rows: [
      {
        service: 'azure.files-provisioned',
        region: 'westeurope',
        inputs: { storage: '1,000', iops: '5,000', throughput: '250', snapshots: '20' },
      },
      {
        service: 'azure.files-provisioned',
        region: 'westeurope',
        inputs: { media: 'hdd-grs', storage: '2,000', iops: '1,000', throughput: '100', deleted: '50' },
      },
    ],
    working:
      '730 × (1,000 × 0.000196 + 2,000 × 0.000053 + 150 × 0.000077 + 20 × 0.000196) + 730 × (2,000 × 0.000025 + 1,000 × 0.000138 + 100 × 0.000205 + 50 × 0.000025)',
    total: 384.8706,
  },
  {
    name: 'a queue with a second region',
    rows: [
      { service: 'azure.queue-storage', region: 'westeurope', inputs: { redundancy: 'grs', stored: '10', class1: '5e6', class2: '10e6' } },
    ],
    working: '10 × 0.0598 + 5,000,000 × 0.0000008 + 10,000,000 × 0.0000004',
    total: 8.598,
  },
  {
    name: 'tables with 10 M writes and 50 M reads',
    rows: [
      { service: 'azure.table-storage', region: 'westeurope', inputs: { stored: '100', writes: '10e6', reads: '50e6', scans: '1e6' } },
    ],
    working: '100 × 0.045 + 61,000,000 × 0.000000036',
    total: 6.696,
  },
]
