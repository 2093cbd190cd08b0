import { dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'
import { accessTier, readBack, readBackCharge, redundancy, storageCharge } from './blob-tiers.ts'

/**
 * A blob account with a hierarchical namespace. What it holds and what is read back cost as blobs do; its operations have prices
 * of their own, counted per 4 MB written or read, and the hot tier's index of names is stored too:
 * https://azure.microsoft.com/pricing/details/storage/data-lake/
 */
export const dataLake = service({
  id: 'azure.data-lake',
  name: 'Azure Data Lake Storage',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/data-lake/',
  summary: 'Blob storage with folders, for analytics, billed by what it holds and by operations of 4 MB.',
  keywords: ['adls', 'gen2', 'hierarchical namespace', 'object storage', 'analytics', 'hadoop'],
  inputs: {
    accessTier,
    redundancy,
    stored: dataStored({ label: 'Stored', help: 'GB held in this tier, as the month’s average.' }),
    writes: perMonth({ label: 'Write operations', help: 'Writes a month, one for every 4 MB begun.', unit: 'operations' }),
    reads: perMonth({ label: 'Read operations', help: 'Reads a month, one for every 4 MB begun.', unit: 'operations' }),
    retrieved: readBack,
    iterative: perMonth({
      label: 'Iterative operations',
      help: 'Lists, renames and deletes a month that walk through a folder, one for every 100 entries.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    others: perMonth({ label: 'Other operations', help: 'All other operations a month.', unit: 'operations', default: '0', minor: true }),
    index: dataStored({ label: 'Index', help: 'GB of names and properties that the hot tier keeps.', default: '0', minor: true }),
  },
  charges: {
    storage: storageCharge,
    writes: {
      label: 'Write operations',
      unit: 'operation',
      quantity: 'writes',
      rate: 'azure.data-lake-{accessTier}-{redundancy}/request-write',
    },
    reads: {
      label: 'Read operations',
      unit: 'operation',
      quantity: 'reads',
      rate: 'azure.data-lake-{accessTier}-{redundancy}/request-read',
    },
    retrieved: readBackCharge,
    iterative: {
      label: 'Iterative operations',
      unit: 'operation',
      quantity: 'iterative',
      rate: 'azure.data-lake-{accessTier}-{redundancy}/request-iterative',
    },
    others: {
      label: 'Other operations',
      unit: 'operation',
      quantity: 'others',
      rate: 'azure.data-lake-{accessTier}-{redundancy}/request-other',
    },
    index: {
      label: 'Index',
      unit: 'GB-month',
      quantity: 'index',
      when: { accessTier: ['hot'] },
      rate: 'azure.data-lake-{accessTier}-{redundancy}/index',
    },
  },
  columns: { size: 'accessTier' },
})
