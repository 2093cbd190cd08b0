import { choice, hoursPerMonth, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import { localRedundancies } from './redundancy.ts'

/** Sizes in GiB as of Premium SSD. An operation is up to 256 KB; an hour of a disk is charged for a limited number of them. */
export const diskStandardSsd = service({
  id: 'azure.disk-standard-ssd',
  name: 'Managed disks, Standard SSD',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'Disks of fixed sizes for virtual machines that need steady, not fast, storage; operations are charged.',
  keywords: ['disk', 'ssd', 'volume', 'block storage', 'managed disk', 'e10', 'e30'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The size of each disk: e4 is 32 GB, e6 64, e10 128, e15 256, e20 512, e30 1,024, e40 2,048, e50 4,096.',
      sizes: {
        from: 'rates',
        patterns: ['azure.managed-disk-standard-ssd-lrs/{size}', 'azure.managed-disk-standard-ssd-zrs/{size}'],
        prefix: 'e',
      },
      default: 'e10',
    }),
    redundancy: choice({
      label: 'Redundancy',
      help: 'Copies in one place or over three zones.',
      options: localRedundancies,
      default: 'lrs',
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
      rate: 'azure.managed-disk-standard-ssd-{redundancy}/{size}',
    },
    operations: {
      label: 'Operations',
      unit: 'operation',
      quantity: 'operations',
      rate: 'azure.managed-disk-standard-ssd-{redundancy}/disk-operations',
    },
  },
  columns: { size: 'size', count: 'count' },
})
