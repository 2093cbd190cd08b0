import { hoursPerMonth, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Sizes in GiB: s4 32, s6 64, s10 128, s15 256, s20 512, s30 1,024 and double from there to s80, 32,767. */
export const diskStandardHdd = service({
  id: 'azure.disk-standard-hdd',
  name: 'Managed disks, Standard HDD',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'Slow disks of fixed sizes for backups and tests; operations are charged.',
  keywords: ['disk', 'hdd', 'volume', 'block storage', 'managed disk', 's10', 's30'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The size of each disk: s4 is 32 GB, s6 64, s10 128, s15 256, s20 512, s30 1,024, s40 2,048, s50 4,096.',
      sizes: { from: 'rates', patterns: ['azure.managed-disk-standard-hdd-lrs/{size}'], prefix: 's' },
      default: 's10',
    }),
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    operations: perMonth({
      label: 'Operations',
      help: 'Reads and writes a month of all disks in the row, in steps of 256 KB.',
      unit: 'operations',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the disks exist, attached or not.', minor: true }),
  },
  charges: {
    disks: {
      label: 'Disks',
      unit: 'disk-month',
      quantity: 'count * hours / hours_in_month',
      rate: 'azure.managed-disk-standard-hdd-lrs/{size}',
    },
    operations: {
      label: 'Operations',
      unit: 'operation',
      quantity: 'operations',
      rate: 'azure.managed-disk-standard-hdd-lrs/disk-operations',
    },
  },
  columns: { size: 'size', count: 'count' },
})
