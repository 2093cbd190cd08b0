import { choice, dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'
import { redundancies } from './redundancy.ts'

export const queueStorage = service({
  id: 'azure.queue-storage',
  name: 'Azure Queue Storage',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/storage/queues/',
  summary: 'Simple message queues of a storage account, billed by what they hold and by operations.',
  keywords: ['queue', 'messages', 'storage account'],
  inputs: {
    redundancy: choice({ label: 'Redundancy', help: 'Where the copies are.', options: redundancies, default: 'lrs' }),
    stored: dataStored({ label: 'Stored', help: 'GB of waiting messages, as the month’s average.' }),
    class1: perMonth({
      label: 'Class 1 operations',
      help: 'Messages put and cleared, queues created and listed a month.',
      unit: 'operations',
    }),
    class2: perMonth({ label: 'Class 2 operations', help: 'Messages read, peeked at and deleted a month.', unit: 'operations' }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'azure.queue-storage-{redundancy}/storage' },
    class1: {
      label: 'Class 1 operations',
      unit: 'operation',
      quantity: 'class1',
      rate: 'azure.queue-storage-{redundancy}/class-1-operations',
    },
    class2: {
      label: 'Class 2 operations',
      unit: 'operation',
      quantity: 'class2',
      rate: 'azure.queue-storage-{redundancy}/class-2-operations',
    },
  },
  columns: { size: 'redundancy' },
})
