import { dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Every disk includes 3,000 IOPS and 125 MB/s: https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssd-v2 */
export const diskPremiumSsdV2 = service({
  id: 'azure.disk-premium-ssd-v2',
  name: 'Managed disks, Premium SSD v2',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'Fast disks of any size, billed by provisioned size, IOPS and throughput.',
  keywords: ['disk', 'ssd', 'volume', 'block storage', 'managed disk', 'iops'],
  inputs: {
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each disk in GB, filled or not.' }),
    iops: quantity({ label: 'IOPS', help: 'Provisioned IOPS of each disk; 3,000 are included.', unit: 'IOPS', default: '3,000' }),
    throughput: quantity({
      label: 'Throughput',
      help: 'Provisioned throughput of each disk in MB/s; 125 are included.',
      unit: 'MB/s',
      default: '125',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the disks exist, attached or not.', minor: true }),
  },
  derived: {
    diskHours: 'count * hours',
  },
  charges: {
    storage: { label: 'Size', unit: 'GiB-hour', quantity: 'diskHours * storage', rate: 'azure.managed-disk-premium-ssd-v2/storage' },
    iops: {
      label: 'IOPS above 3,000',
      unit: 'IOPS-hour',
      quantity: 'diskHours * max(0, iops - 3000)',
      rate: 'azure.managed-disk-premium-ssd-v2/iops',
    },
    throughput: {
      label: 'Throughput above 125 MB/s',
      unit: 'MBps-hour',
      quantity: 'diskHours * max(0, throughput - 125)',
      rate: 'azure.managed-disk-premium-ssd-v2/throughput',
    },
  },
  columns: { count: 'count' },
})
