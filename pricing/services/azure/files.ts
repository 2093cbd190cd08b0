import { choice, dataPerMonth, dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'
import { redundancies } from './redundancy.ts'

const { lrs, zrs, grs, gzrs } = redundancies

/** Pay-as-you-go shares. Hot and cool also charge for the names and properties of files, cool for what is read. */
export const files = service({
  id: 'azure.files',
  name: 'Azure Files, pay as you go',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/files/',
  summary: 'Network file shares billed by what they hold and by every operation.',
  keywords: ['file share', 'smb', 'nfs', 'nas', 'storage account'],
  inputs: {
    accessTier: choice({
      label: 'Tier',
      help: 'Transaction optimized for many operations, hot for team shares, cool for archives.',
      options: { 'transaction-optimized': 'Transaction optimized', hot: 'Hot', cool: 'Cool' },
      default: 'hot',
    }),
    redundancy: choice({ label: 'Redundancy', help: 'Where the copies are.', options: { lrs, zrs, grs, gzrs }, default: 'lrs' }),
    stored: dataStored({ label: 'Stored', help: 'GB held with their snapshots, as the month’s average.' }),
    writes: perMonth({ label: 'Write operations', help: 'Writes a month.', unit: 'operations' }),
    reads: perMonth({ label: 'Read operations', help: 'Reads a month.', unit: 'operations' }),
    lists: perMonth({ label: 'List operations', help: 'Folders listed a month.', unit: 'operations', default: '0' }),
    others: perMonth({
      label: 'Other operations',
      help: 'All other operations a month but deletes, which are free.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    metadata: dataStored({
      label: 'Metadata',
      help: 'GB of names and properties of files; hot and cool charge them.',
      default: '0',
      minor: true,
    }),
    retrieved: dataPerMonth({ label: 'Read back', help: 'GB a month read from a cool share.', default: '0', minor: true }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'azure.files-{accessTier}-{redundancy}/storage' },
    writes: {
      label: 'Write operations',
      unit: 'operation',
      quantity: 'writes',
      rate: 'azure.files-{accessTier}-{redundancy}/request-write',
    },
    reads: { label: 'Read operations', unit: 'operation', quantity: 'reads', rate: 'azure.files-{accessTier}-{redundancy}/request-read' },
    lists: { label: 'List operations', unit: 'operation', quantity: 'lists', rate: 'azure.files-{accessTier}-{redundancy}/request-list' },
    others: {
      label: 'Other operations',
      unit: 'operation',
      quantity: 'others',
      rate: 'azure.files-{accessTier}-{redundancy}/request-other',
    },
    metadata: {
      label: 'Metadata',
      unit: 'GB-month',
      quantity: 'metadata',
      when: { accessTier: ['hot', 'cool'] },
      rate: 'azure.files-{accessTier}-{redundancy}/metadata',
    },
    retrieved: {
      label: 'Read back',
      unit: 'GB',
      quantity: 'retrieved',
      when: { accessTier: ['cool'] },
      rate: 'azure.files-{accessTier}-{redundancy}/retrieval',
    },
  },
  columns: { size: 'accessTier' },
})
