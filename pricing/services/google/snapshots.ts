import { dataStored } from '../fields.ts'
import { service } from '../service.ts'

export const snapshots = service({
  id: 'google.snapshots',
  name: 'Disk snapshots and images',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/compute/disks-image-pricing',
  summary: 'Copies of disks: incremental snapshots and custom images, billed by what they hold.',
  keywords: ['backup', 'snapshot', 'image', 'machine image', 'persistent disk'],
  inputs: {
    snapshots: dataStored({ label: 'Snapshots', help: 'GB of changed blocks that all snapshots hold, as the month’s average.' }),
    images: dataStored({ label: 'Images', help: 'GB of compressed custom images, as the month’s average.', default: '0' }),
  },
  charges: {
    snapshots: { label: 'Snapshots', unit: 'GB-month', quantity: 'snapshots', rate: 'google.pd-snapshot/storage' },
    images: { label: 'Images', unit: 'GB-month', quantity: 'images', rate: 'google.disk-image/storage' },
  },
})
