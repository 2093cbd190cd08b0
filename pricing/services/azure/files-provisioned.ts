import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

const solidState = ['ssd-lrs', 'ssd-zrs'] as const
const hardDisk = ['hdd-lrs', 'hdd-zrs', 'hdd-grs', 'hdd-gzrs'] as const

/**
 * Provisioned v2. An SSD share includes 3,000 IOPS and 100 MiB/s; an HDD share pays for every one:
 * https://learn.microsoft.com/azure/storage/files/understanding-billing
 */
export const filesProvisioned = service({
  id: 'azure.files-provisioned',
  name: 'Azure Files, provisioned v2',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/files/',
  summary: 'File shares billed by the hour of their provisioned size, IOPS and throughput; operations are included.',
  keywords: ['file share', 'smb', 'nfs', 'nas', 'ssd', 'hdd', 'iops'],
  inputs: {
    media: choice({
      label: 'Kind of share',
      help: 'The disks and where the copies are.',
      options: {
        'ssd-lrs': 'SSD, LRS',
        'ssd-zrs': 'SSD, ZRS',
        'hdd-lrs': 'HDD, LRS',
        'hdd-zrs': 'HDD, ZRS',
        'hdd-grs': 'HDD, GRS',
        'hdd-gzrs': 'HDD, GZRS',
      },
      default: 'ssd-lrs',
    }),
    count: quantity({ label: 'Shares', help: 'How many shares of this size there are.', unit: 'shares', default: '1' }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each share in GB, filled or not.' }),
    iops: quantity({
      label: 'IOPS',
      help: 'Provisioned IOPS of each share; SSD includes 3,000, HDD charges every one.',
      unit: 'IOPS',
      default: '3,000',
    }),
    throughput: quantity({
      label: 'Throughput',
      help: 'Provisioned throughput of each share in MiB/s; SSD includes 100, HDD charges every one.',
      unit: 'MiB/s',
      default: '100',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the shares exist.', minor: true }),
    snapshots: dataStored({
      label: 'Snapshots beyond the size',
      help: 'GB of snapshots of each share that do not fit into its provisioned size.',
      default: '0',
      minor: true,
    }),
    deleted: dataStored({ label: 'Deleted shares kept', help: 'GB of deleted shares that are still kept.', default: '0', minor: true }),
  },
  derived: {
    shareHours: 'count * hours',
  },
  charges: {
    storage: {
      label: 'Size',
      unit: 'GiB-hour',
      quantity: 'shareHours * storage',
      rate: 'azure.files-provisioned-v2-{media}/storage',
    },
    ssdIops: {
      label: 'IOPS above 3,000',
      unit: 'IOPS-hour',
      quantity: 'shareHours * max(0, iops - 3000)',
      when: { media: solidState },
      rate: 'azure.files-provisioned-v2-{media}/iops',
    },
    hddIops: {
      label: 'IOPS',
      unit: 'IOPS-hour',
      quantity: 'shareHours * iops',
      when: { media: hardDisk },
      rate: 'azure.files-provisioned-v2-{media}/iops',
    },
    ssdThroughput: {
      label: 'Throughput above 100 MiB/s',
      unit: 'MiB/s-hour',
      quantity: 'shareHours * max(0, throughput - 100)',
      when: { media: solidState },
      rate: 'azure.files-provisioned-v2-{media}/throughput',
    },
    hddThroughput: {
      label: 'Throughput',
      unit: 'MiB/s-hour',
      quantity: 'shareHours * throughput',
      when: { media: hardDisk },
      rate: 'azure.files-provisioned-v2-{media}/throughput',
    },
    snapshots: {
      label: 'Snapshots beyond the size',
      unit: 'GiB-hour',
      quantity: 'shareHours * snapshots',
      rate: 'azure.files-provisioned-v2-{media}/{media}-overflow-snapshot-usage',
    },
    deleted: {
      label: 'Deleted shares kept',
      unit: 'GiB-hour',
      quantity: 'deleted * hours',
      rate: 'azure.files-provisioned-v2-{media}/{media}-soft-deleted-usage',
    },
  },
  columns: { size: 'media', count: 'count' },
})
