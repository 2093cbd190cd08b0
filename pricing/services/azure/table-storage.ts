import { choice, dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'
import { redundancies } from './redundancy.ts'

export const tableStorage = service({
  id: 'azure.table-storage',
  name: 'Azure Table Storage',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/storage/tables/',
  summary: 'Key-value tables of a storage account, billed by what they hold and by operations.',
  keywords: ['table', 'nosql', 'key value', 'storage account'],
  inputs: {
    redundancy: choice({ label: 'Redundancy', help: 'Where the copies are.', options: redundancies, default: 'lrs' }),
    stored: dataStored({ label: 'Stored', help: 'GB held, as the month’s average.' }),
    writes: perMonth({ label: 'Write operations', help: 'Entities written one by one a month.', unit: 'operations' }),
    reads: perMonth({ label: 'Read operations', help: 'Entities read one by one a month.', unit: 'operations' }),
    batchWrites: perMonth({
      label: 'Batch writes',
      help: 'Batches of up to 100 entities written a month.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    scans: perMonth({
      label: 'Scan operations',
      help: 'Queries over many entities a month.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    lists: perMonth({ label: 'List operations', help: 'Tables listed or created a month.', unit: 'operations', default: '0', minor: true }),
    deletes: perMonth({ label: 'Delete operations', help: 'Entities deleted a month.', unit: 'operations', default: '0', minor: true }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'azure.table-storage-{redundancy}/storage' },
    writes: { label: 'Write operations', unit: 'operation', quantity: 'writes', rate: 'azure.table-storage-{redundancy}/write-operations' },
    reads: { label: 'Read operations', unit: 'operation', quantity: 'reads', rate: 'azure.table-storage-{redundancy}/read-operations' },
    batchWrites: {
      label: 'Batch writes',
      unit: 'operation',
      quantity: 'batchWrites',
      rate: 'azure.table-storage-{redundancy}/batch-write-operations',
    },
    scans: { label: 'Scan operations', unit: 'operation', quantity: 'scans', rate: 'azure.table-storage-{redundancy}/scan-operations' },
    lists: { label: 'List operations', unit: 'operation', quantity: 'lists', rate: 'azure.table-storage-{redundancy}/list-operations' },
    deletes: {
      label: 'Delete operations',
      unit: 'operation',
      quantity: 'deletes',
      rate: 'azure.table-storage-{redundancy}/delete-operations',
    },
  },
  columns: { size: 'redundancy' },
})
