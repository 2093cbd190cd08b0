import { choice, dataStored } from '../fields.ts'
import { service } from '../service.ts'
import { localRedundancies } from './redundancy.ts'

export const diskSnapshots = service({
  id: 'azure.disk-snapshots',
  name: 'Managed disk snapshots',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'Copies of disks at a moment, billed by the GB they hold.',
  keywords: ['snapshot', 'backup', 'disk', 'image', 'incremental'],
  inputs: {
    storageType: choice({
      label: 'Kept on',
      help: 'Snapshots are kept on standard disks unless premium ones are asked for.',
      options: { 'standard-hdd': 'Standard storage', 'premium-ssd': 'Premium storage' },
      default: 'standard-hdd',
    }),
    redundancy: choice({
      label: 'Redundancy',
      help: 'Copies in one place or over three zones.',
      options: localRedundancies,
      default: 'lrs',
    }),
    stored: dataStored({ label: 'Stored', help: 'GB used by all snapshots; an incremental one holds only what has changed.' }),
  },
  charges: {
    storage: { label: 'Snapshots', unit: 'GB-month', quantity: 'stored', rate: 'azure.disk-snapshot-{storageType}/storage-{redundancy}' },
  },
  columns: { size: 'storageType' },
})
