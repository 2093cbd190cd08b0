import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const filestore = service({
  id: 'google.filestore',
  name: 'Filestore',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/filestore/pricing',
  summary: 'Shared file system over NFS, billed by provisioned size.',
  keywords: ['nfs', 'file share', 'shared storage', 'nas', 'file system'],
  inputs: {
    serviceTier: choice({
      label: 'Service tier',
      help: 'Basic for simple shares, zonal for speed, regional and enterprise to survive the loss of a zone.',
      options: {
        'basic-hdd': 'Basic HDD',
        'basic-ssd': 'Basic SSD',
        zonal: 'Zonal',
        regional: 'Regional',
        enterprise: 'Enterprise',
      },
      default: 'basic-hdd',
    }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each instance in GB, whether it is filled or not.' }),
    count: quantity({ label: 'Instances', help: 'How many instances of this size there are.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth(),
    backups: dataStored({ label: 'Backups', help: 'GB of backups, as the month’s average.', default: '0', minor: true }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-hour', quantity: 'count * hours * storage', rate: 'google.filestore/{serviceTier}' },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.filestore/backup' },
  },
  columns: { size: 'serviceTier', count: 'count' },
})
