import { dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const firestore = service({
  id: 'google.firestore',
  name: 'Firestore',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/firestore/pricing',
  summary: 'Document database without servers, billed by documents read, written and deleted and by what it holds.',
  keywords: ['nosql', 'document', 'firebase', 'datastore', 'serverless database'],
  inputs: {
    reads: perMonth({ label: 'Documents read', help: 'Documents read a month, listeners and queries included.', unit: 'documents' }),
    writes: perMonth({ label: 'Documents written', help: 'Documents created or changed a month.', unit: 'documents' }),
    deletes: perMonth({ label: 'Documents deleted', help: 'Documents deleted a month.', unit: 'documents', default: '0' }),
    stored: dataStored({ label: 'Stored', help: 'GB of documents and their indexes, as the month’s average.' }),
    pointInTime: dataStored({
      label: 'Point-in-time recovery',
      help: 'GB of older versions kept for point-in-time recovery, as the month’s average.',
      default: '0',
      minor: true,
    }),
    backups: dataStored({ label: 'Backups', help: 'GB of scheduled backups, as the month’s average.', default: '0', minor: true }),
  },
  charges: {
    reads: { label: 'Documents read', unit: 'operation', quantity: 'reads', rate: 'google.firestore/read' },
    writes: { label: 'Documents written', unit: 'operation', quantity: 'writes', rate: 'google.firestore/write' },
    deletes: { label: 'Documents deleted', unit: 'operation', quantity: 'deletes', rate: 'google.firestore/delete' },
    stored: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'google.firestore/storage' },
    pointInTime: { label: 'Point-in-time recovery', unit: 'GB-month', quantity: 'pointInTime', rate: 'google.firestore/pitr-storage' },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.firestore/backup-storage' },
  },
})
