import { choice, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import { localRedundancies } from './redundancy.ts'

/** Sizes in GiB: p1 4, p2 8, p3 16, p4 32, p6 64, p10 128, p15 256, p20 512, p30 1,024 and double from there to p80, 32,767. */
export const diskPremiumSsd = service({
  id: 'azure.disk-premium-ssd',
  name: 'Managed disks, Premium SSD',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'Fast disks of fixed sizes for virtual machines; a disk pays for its whole size, filled or not.',
  keywords: ['disk', 'ssd', 'volume', 'block storage', 'managed disk', 'p10', 'p30'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The size of each disk: p4 is 32 GB, p6 64, p10 128, p15 256, p20 512, p30 1,024, p40 2,048, p50 4,096.',
      sizes: {
        from: 'rates',
        patterns: ['azure.managed-disk-premium-ssd-lrs/{size}', 'azure.managed-disk-premium-ssd-zrs/{size}'],
        prefix: 'p',
      },
      default: 'p10',
    }),
    redundancy: choice({
      label: 'Redundancy',
      help: 'Copies in one place or over three zones.',
      options: localRedundancies,
      default: 'lrs',
    }),
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the disks exist, attached or not.', minor: true }),
  },
  charges: {
    disks: {
      label: 'Disks',
      unit: 'disk-month',
      quantity: 'count * hours / hours_in_month',
      rate: 'azure.managed-disk-premium-ssd-{redundancy}/{size}',
    },
  },
  columns: { size: 'size', count: 'count' },
})
