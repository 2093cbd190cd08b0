import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Balanced disks include 3,000 IOPS and 140 MiB/s; the others charge every one of what they are provisioned with. */
export const hyperdisk = service({
  id: 'google.hyperdisk',
  name: 'Hyperdisk',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/compute/disks-image-pricing',
  summary: 'Block storage for newer machines, billed by provisioned size, IOPS and throughput.',
  keywords: ['disk', 'volume', 'ssd', 'block storage', 'hyperdisk balanced', 'hyperdisk extreme', 'hyperdisk throughput', 'hyperdisk ml'],
  inputs: {
    type: choice({
      label: 'Disk type',
      help: 'Balanced suits most uses, extreme the largest databases, throughput large sequential reads, ML shared read-only data.',
      options: {
        balanced: 'Hyperdisk Balanced',
        'balanced-ha': 'Hyperdisk Balanced High Availability',
        extreme: 'Hyperdisk Extreme',
        throughput: 'Hyperdisk Throughput',
        ml: 'Hyperdisk ML',
      },
      default: 'balanced',
    }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each disk in GB, whether it is filled or not.' }),
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    iops: quantity({
      label: 'IOPS',
      help: 'Provisioned IOPS of each balanced or extreme disk; balanced includes 3,000.',
      unit: 'IOPS',
      default: '3,000',
    }),
    throughput: quantity({
      label: 'Throughput',
      help: 'Provisioned throughput of each disk in MiB/s; balanced includes 140, extreme follows its IOPS.',
      unit: 'MiB/s',
      default: '140',
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
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'diskMonths * storage', rate: 'google.hyperdisk-{type}/storage' },
    iops: {
      label: 'IOPS',
      unit: 'IOPS-month',
      quantity: 'diskMonths * iops',
      when: { type: ['extreme'] },
      rate: 'google.hyperdisk-{type}/iops',
    },
    moreIops: {
      label: 'IOPS above 3,000',
      unit: 'IOPS-month',
      quantity: 'diskMonths * max(0, iops - 3000)',
      when: { type: ['balanced', 'balanced-ha'] },
      rate: 'google.hyperdisk-{type}/iops',
    },
    throughput: {
      label: 'Throughput',
      unit: 'MiB/s-month',
      quantity: 'diskMonths * throughput',
      when: { type: ['throughput', 'ml'] },
      rate: 'google.hyperdisk-{type}/throughput',
    },
    moreThroughput: {
      label: 'Throughput above 140 MiB/s',
      unit: 'MiB/s-month',
      quantity: 'diskMonths * max(0, throughput - 140)',
      when: { type: ['balanced', 'balanced-ha'] },
      rate: 'google.hyperdisk-{type}/throughput',
    },
  },
  columns: { size: 'type', count: 'count' },
})
