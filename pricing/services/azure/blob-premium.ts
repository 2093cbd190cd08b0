import { choice, dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'
import { localRedundancies } from './redundancy.ts'

export const blobPremium = service({
  id: 'azure.blob-premium',
  name: 'Azure Blob Storage, premium',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
  summary: 'Block blobs on fast disks: dearer to keep, cheaper to read and write.',
  keywords: ['blob', 'object storage', 'premium', 'ssd', 'low latency'],
  inputs: {
    redundancy: choice({
      label: 'Redundancy',
      help: 'Copies in one place or over three zones.',
      options: localRedundancies,
      default: 'lrs',
    }),
    stored: dataStored({ label: 'Stored', help: 'GB held, as the month’s average.' }),
    writes: perMonth({ label: 'Write operations', help: 'Puts, copies and blocks written a month.', unit: 'operations' }),
    reads: perMonth({ label: 'Read operations', help: 'Gets a month.', unit: 'operations' }),
    lists: perMonth({
      label: 'List operations',
      help: 'Lists of blobs and creations of containers a month.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    others: perMonth({
      label: 'Other operations',
      help: 'All other operations a month but deletes, which are free.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'azure.blob-premium-{redundancy}/storage' },
    writes: { label: 'Write operations', unit: 'operation', quantity: 'writes', rate: 'azure.blob-premium-{redundancy}/request-write' },
    reads: { label: 'Read operations', unit: 'operation', quantity: 'reads', rate: 'azure.blob-premium-{redundancy}/request-read' },
    lists: {
      label: 'List operations',
      unit: 'operation',
      quantity: 'lists',
      rate: 'azure.blob-premium-{redundancy}/request-list-create-container',
    },
    others: { label: 'Other operations', unit: 'operation', quantity: 'others', rate: 'azure.blob-premium-{redundancy}/request-other' },
  },
  columns: { size: 'redundancy' },
})
