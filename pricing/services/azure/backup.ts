import { choice, dataStored, quantity } from '../fields.ts'
import { service } from '../service.ts'
import { redundancies } from './redundancy.ts'

const { lrs, zrs, grs } = redundancies

/**
 * A machine of up to 50 GB pays one half of the fee of a protected instance, up to 500 GB the fee, and one fee more for every further
 * 500 GB: https://azure.microsoft.com/pricing/details/backup/
 */
export const backup = service({
  id: 'azure.backup',
  name: 'Azure Backup',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/backup/',
  summary: 'Backups of machines and databases, billed by protected instance and by what they hold.',
  keywords: ['backup', 'recovery services vault', 'restore', 'retention'],
  inputs: {
    redundancy: choice({ label: 'Redundancy', help: 'Where the copies are.', options: { lrs, zrs, grs }, default: 'grs' }),
    instances: quantity({ label: 'Protected instances', help: 'Machines and databases that are backed up.', unit: 'instances' }),
    instanceSize: dataStored({ label: 'Size of an instance', help: 'GB of data of each protected instance.', default: '100' }),
    stored: dataStored({ label: 'Stored', help: 'GB held by all backups, as the month’s average.' }),
  },
  charges: {
    instances: {
      label: 'Protected instances',
      unit: 'instance-month',
      quantity: 'instances * if(instanceSize <= 50, 0.5, ceil(instanceSize / 500))',
      rate: 'azure.backup/protected-instance',
    },
    storage: { label: 'Backup storage', unit: 'GB-month', quantity: 'stored', rate: 'azure.backup/storage-{redundancy}' },
  },
  columns: { count: 'instances' },
})
