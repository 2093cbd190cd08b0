import type { Worked } from '../../kit.ts'

export const googleStorageMonths: readonly Worked[] = [
  {
    name: 'a Standard bucket in Iowa with 2 TB of downloads, the free 100 GB paid',
    rows: [{ service: 'google.cloud-storage', inputs: { stored: '1,000', classA: '1e6', classB: '10e6', egress: '2 TB' } }],
    working: '1,000 × 0.02 + 1 M × 0.000005 + 10 M × 0.0000004 + 924 × 0.12 + 1,124 × 0.11',
    total: 263.52,
  },
  {
    name: 'a Nearline bucket in South Carolina, read and deleted too early',
    rows: [
      {
        service: 'google.cloud-storage',
        region: 'us-east1',
        inputs: { class: 'nearline', stored: '5,000', classA: '0', classB: '0', retrieved: '100', earlyDeleted: '50' },
      },
    ],
    working: '5,000 × 0.01 + 100 × 0.01 + 50 × 0.01',
    total: 51.5,
  },
  {
    name: 'a Standard bucket in the US multi-region',
    rows: [{ service: 'google.cloud-storage-multi-region', inputs: { stored: '1,000', classA: '1e6', classB: '1e6', egress: '100' } }],
    working: '1,000 × 0.026 + 1 M × 0.00001 + 1 M × 0.0000004 + 100 × 0.12',
    total: 48.4,
  },
  {
    name: 'a Coldline bucket in the Asia multi-region',
    rows: [
      {
        service: 'google.cloud-storage-multi-region',
        inputs: { location: 'asia-multi', class: 'coldline', stored: '1,000', classA: '10,000', classB: '10,000' },
      },
    ],
    working: '1,000 × 0.00875 + 10,000 × 0.00001 + 10,000 × 0.000005',
    total: 8.9,
  },
  {
    name: 'a Standard bucket in the EU multi-region, read from its regions and from Australia',
    rows: [
      {
        service: 'google.cloud-storage-multi-region',
        inputs: {
          location: 'europe-multi',
          stored: '100',
          classA: '0',
          classB: '0',
          crossRegion: '500',
          destination: 'australia',
          egress: '10',
        },
      },
    ],
    working: '100 × 0.026 + 500 × 0.02 + 10 × 0.19',
    total: 14.5,
  },
  {
    name: 'two balanced disks of 500 GB',
    rows: [{ service: 'google.persistent-disk', inputs: { storage: '500', count: '2' } }],
    working: '2 × 500 × 0.10',
    total: 100,
  },
  {
    name: 'an extreme disk with 10,000 IOPS, and a regional SSD for half of the month',
    rows: [
      { service: 'google.persistent-disk', inputs: { type: 'extreme', storage: '1,000', iops: '10,000' } },
      { service: 'google.persistent-disk', inputs: { type: 'ssd-regional', storage: '100', hours: '365' } },
    ],
    working: '1,000 × 0.125 + 10,000 × 0.065 + 100 × 0.34 / 2',
    total: 792,
  },
  {
    name: 'a Hyperdisk Extreme of 500 GB with 20,000 IOPS',
    rows: [{ service: 'google.hyperdisk', inputs: { type: 'extreme', storage: '500', iops: '20,000' } }],
    working: '500 × 0.125 + 20,000 × 0.032',
    total: 702.5,
  },
  {
    name: 'four local SSDs',
    rows: [{ service: 'google.local-ssd', inputs: { partitions: '4' } }],
    working: '4 × 375 × 0.08',
    total: 120,
  },
  {
    name: '1,000 GB of snapshots and 200 GB of images',
    rows: [{ service: 'google.snapshots', inputs: { snapshots: '1,000', images: '200' } }],
    working: '1,000 × 0.05 + 200 × 0.05',
    total: 60,
  },
  {
    name: 'a basic Filestore of 1 TB in Oregon',
    rows: [{ service: 'google.filestore', region: 'us-west1', inputs: { storage: '1 TB' } }],
    working: '1,024 × 730 × 0.000274',
    total: 204.82048,
  },
  {
    name: 'Artifact Registry with 200 GB',
    rows: [{ service: 'google.artifact-registry', inputs: { stored: '200' } }],
    working: '200 × 0.10',
    total: 20,
  },
]
