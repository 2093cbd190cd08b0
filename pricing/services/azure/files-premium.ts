import { choice, dataStored } from '../fields.ts'
import { service } from '../service.ts'
import { localRedundancies } from './redundancy.ts'

export const filesPremium = service({
  id: 'azure.files-premium',
  name: 'Azure Files, premium',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/files/',
  summary: 'Fast file shares of the provisioned v1 model, billed by provisioned size; operations are included.',
  keywords: ['file share', 'smb', 'nfs', 'nas', 'ssd', 'premium'],
  inputs: {
    redundancy: choice({
      label: 'Redundancy',
      help: 'Copies in one place or over three zones.',
      options: localRedundancies,
      default: 'lrs',
    }),
    provisioned: dataStored({ label: 'Provisioned', help: 'GB provisioned for all shares, at least 100 each, filled or not.' }),
    snapshots: dataStored({ label: 'Snapshots', help: 'GB held by snapshots.', default: '0', minor: true }),
  },
  charges: {
    storage: {
      label: 'Provisioned size',
      unit: 'GiB-month',
      quantity: 'provisioned',
      rate: 'azure.files-premium-{redundancy}/storage-provisioned',
    },
    snapshots: { label: 'Snapshots', unit: 'GiB-month', quantity: 'snapshots', rate: 'azure.files-premium-{redundancy}/snapshot' },
  },
  columns: { size: 'redundancy' },
})
