import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A regional disk is kept in two zones and has prices of its own, which hold both copies. */
export const persistentDisk = service({
  id: 'google.persistent-disk',
  name: 'Persistent disks',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/compute/disks-image-pricing',
  summary: 'Block storage attached to machines, billed by provisioned size.',
  keywords: ['disk', 'volume', 'ssd', 'hdd', 'block storage', 'pd-standard', 'pd-balanced', 'pd-ssd', 'pd-extreme', 'regional disk'],
  inputs: {
    type: choice({
      label: 'Disk type',
      help: 'Balanced suits most uses, SSD databases, standard large sequential reads; regional disks survive the loss of a zone.',
      options: {
        standard: 'Standard (HDD)',
        balanced: 'Balanced (SSD)',
        ssd: 'SSD',
        extreme: 'Extreme (SSD, provisioned IOPS)',
        'standard-regional': 'Standard, regional',
        'balanced-regional': 'Balanced, regional',
        'ssd-regional': 'SSD, regional',
      },
      default: 'balanced',
    }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each disk in GB, whether it is filled or not.' }),
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    iops: quantity({
      label: 'IOPS',
      help: 'Provisioned IOPS of each extreme disk; other types do not charge them.',
      unit: 'IOPS',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth({
      help: 'Hours a month that the disks exist, attached or not; the whole month unless you say otherwise.',
      minor: true,
    }),
  },
  derived: {
    diskMonths: 'count * hours / hours_in_month',
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'diskMonths * storage', rate: 'google.pd-{type}/storage' },
    iops: {
      label: 'Provisioned IOPS',
      unit: 'IOPS-month',
      quantity: 'diskMonths * iops',
      when: { type: ['extreme'] },
      rate: 'google.pd-extreme/iops',
    },
  },
  columns: { size: 'type', count: 'count' },
})
