import type { Example } from '../../kit.ts'

/** Worked examples of the vendor’s documentation, with the sample prices of those pages. */
const estimates = 'https://learn.microsoft.com/azure/storage/blobs/blob-storage-estimate-costs'
const archives = 'https://learn.microsoft.com/azure/storage/blobs/archive-cost-estimation'
const azcopy = 'https://learn.microsoft.com/azure/storage/blobs/azcopy-cost-estimation'

const fileCosts = 'https://learn.microsoft.com/azure/storage/files/estimate-cost'

const shares = 'azure.files-provisioned'
const sharePrices = {
  'azure.files-provisioned-v2-ssd-lrs/storage': 0.000137,
  'azure.files-provisioned-v2-ssd-lrs/iops': 0.000037,
  'azure.files-provisioned-v2-ssd-lrs/throughput': 0.000054,
}

const service = 'azure.blob-storage'
const nothing = { stored: '0', writes: '0', reads: '0', retrieved: '0' }

const archivePrices = {
  'azure.blob-archive-lrs/storage': 0.00099,
  'azure.blob-archive-lrs/request-write': 0.00001,
  'azure.blob-archive-lrs/request-read': 0.0005,
  'azure.blob-archive-lrs/retrieval': 0.02,
}

export const storageExamples: readonly Example[] = [
  {
    name: 'cool blobs: 10 TB (the page prints 117.78 for 117.76)',
    source: `${estimates}, capacity`,
    rows: [{ service, inputs: { ...nothing, accessTier: 'cool', stored: '10 TB' } }],
    prices: { 'azure.blob-cool-lrs/storage': 0.0115 },
    total: 117.78,
    within: 0.02,
  },
  {
    name: 'hot blobs: 5,000 GB uploaded in January as 1,000 blobs of 641 writes',
    source: `${estimates}, lifecycle management over four months`,
    rows: [{ service, inputs: { stored: '5,000', writes: '641,000', reads: '500', retrieved: '0' } }],
    prices: {
      'azure.blob-hot-lrs/storage': 0.0208,
      'azure.blob-hot-lrs/request-write': 5.5e-6,
      'azure.blob-hot-lrs/request-read': 4.4e-7,
    },
    total: 107.53,
  },
  {
    name: 'renaming a folder of a million hot blobs in a flat namespace writes each anew',
    source: `${estimates}, renaming a directory`,
    rows: [{ service, inputs: { ...nothing, writes: '1,000,000' } }],
    prices: { 'azure.blob-hot-lrs/request-write': 5.5e-6 },
    total: 5.5,
  },
  {
    name: '84,000 GB of cool blobs cost what reserved capacity of 966 a month does',
    source: `${estimates}, break-even of reserved capacity`,
    rows: [{ service, inputs: { ...nothing, accessTier: 'cool', stored: '84,000' } }],
    prices: { 'azure.blob-cool-lrs/storage': 0.0115 },
    total: 966,
  },
  {
    name: 'a backup archived once: 100 TB in 2 million files, 1 % of it read back',
    source: `${archives}, one-time backup, month 1`,
    rows: [
      {
        service,
        inputs: { accessTier: 'archive', stored: '102,400', writes: '2,000,000', reads: '20,000', retrieved: '1 TB' },
      },
    ],
    prices: archivePrices,
    total: 151.86,
  },
  {
    name: 'continuous tiering: the third month holds 30 TB',
    source: `${archives}, continuous tiering, month 3 (the table prints 39,720 GB; its money is for 30,720)`,
    rows: [
      {
        service,
        inputs: { accessTier: 'archive', stored: '30 TB', writes: '200,000', reads: '6,000', retrieved: '=30 TB * 1%' },
      },
    ],
    prices: archivePrices,
    total: 41.56,
  },
  {
    name: 'continuous tiering: twelve months that each add 10 TB in 200,000 files',
    source: `${archives}, continuous tiering, projected year`,
    rows: Array.from({ length: 12 }, (_, month) => ({
      service,
      name: `Month ${month + 1}`,
      inputs: {
        accessTier: 'archive',
        stored: `=10 TB * ${month + 1}`,
        writes: '200,000',
        reads: `=200000 * ${month + 1} * 1%`,
        retrieved: `=10 TB * ${month + 1} * 1%`,
      },
    })),
    prices: archivePrices,
    total: 1052.48,
  },
  {
    name: 'archive or cool: the cool side of 10 TB, 1 TB of it read back',
    source: `${archives}, archive and cool compared`,
    rows: [{ service, inputs: { accessTier: 'cool', stored: '10 TB', writes: '200,000', reads: '20,000', retrieved: '1 TB' } }],
    prices: {
      'azure.blob-cool-lrs/storage': 0.0152,
      'azure.blob-cool-lrs/request-write': 0.00001,
      'azure.blob-cool-lrs/request-read': 1e-6,
      'azure.blob-cool-lrs/retrieval': 0.01,
    },
    total: 167.91,
  },
  {
    name: 'uploading 1,000 blobs of 5 GB in blocks of 8 MB, each with one write that commits it',
    source: `${azcopy}, upload to a hot tier`,
    rows: [{ service, inputs: { ...nothing, writes: '=1000 * (5120 / 8 + 1)' } }],
    prices: { 'azure.blob-hot-lrs/request-write': 5.5e-6 },
    total: 3.53,
  },
  {
    name: 'the same upload into a data lake: writes of 4 MB and none that commits',
    source: `${azcopy}, upload to an account with a hierarchical namespace`,
    rows: [{ service: 'azure.data-lake', inputs: { ...nothing, writes: '=1000 * 5120 / 4' } }],
    prices: { 'azure.data-lake-hot-lrs/request-write': 7.15e-6 },
    total: 9.15,
  },
  {
    name: 'a file share of 10 TB with the IOPS and throughput that are recommended for it',
    source: `${fileCosts}, default IOPS and throughput`,
    rows: [{ service: shares, inputs: { storage: '10,240', iops: '13,240', throughput: '1,125' } }],
    prices: sharePrices,
    total: 1341.09,
  },
  {
    name: 'the same share on the provisioned v1 model',
    source: `${fileCosts}, default IOPS and throughput`,
    rows: [{ service: 'azure.files-premium', inputs: { provisioned: '10 TB' } }],
    prices: { 'azure.files-premium-lrs/storage-provisioned': 0.16 },
    total: 1638.4,
  },
  {
    name: 'a file share for a database: 4 TB, 20,000 IOPS and 1,536 MiB/s; each line to the cent',
    source: `${fileCosts}, relational database`,
    rounding: 'vendor',
    rows: [{ service: shares, inputs: { storage: '4,096', iops: '20,000', throughput: '1,536' } }],
    prices: sharePrices,
    total: 925.42,
  },
  {
    name: 'a file share as a hot archive: 100 TB, 15,000 IOPS and 2,048 MiB/s',
    source: `${fileCosts}, hot archive`,
    rows: [{ service: shares, inputs: { storage: '100 TB', iops: '15,000', throughput: '2,048' } }],
    prices: sharePrices,
    total: 10_641.93,
  },
]
