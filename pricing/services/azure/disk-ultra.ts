import { dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A machine that may take ultra disks and has none attached pays a reservation by its vCPUs. */
export const diskUltra = service({
  id: 'azure.disk-ultra',
  name: 'Managed disks, Ultra',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/managed-disks/',
  summary: 'The fastest disks, billed by provisioned size, IOPS and throughput, from the first of each.',
  keywords: ['disk', 'ssd', 'volume', 'block storage', 'managed disk', 'iops', 'ultra'],
  inputs: {
    count: quantity({ label: 'Disks', help: 'How many disks of this size there are.', unit: 'disks', default: '1' }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each disk in GB, filled or not.' }),
    iops: quantity({ label: 'IOPS', help: 'Provisioned IOPS of each disk; every one is charged.', unit: 'IOPS' }),
    throughput: quantity({ label: 'Throughput', help: 'Provisioned throughput of each disk in MB/s.', unit: 'MB/s' }),
    hours: hoursPerMonth({ help: 'Hours a month that the disks exist, attached or not.', minor: true }),
    reservedVcpus: quantity({
      label: 'Reserved vCPUs',
      help: 'Virtual processors of machines that may take ultra disks but have none attached.',
      unit: 'vCPUs',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    diskHours: 'count * hours',
  },
  charges: {
    storage: { label: 'Size', unit: 'GiB-hour', quantity: 'diskHours * storage', rate: 'azure.managed-disk-ultra/storage' },
    iops: { label: 'IOPS', unit: 'IOPS-hour', quantity: 'diskHours * iops', rate: 'azure.managed-disk-ultra/iops' },
    throughput: {
      label: 'Throughput',
      unit: 'MBps-hour',
      quantity: 'diskHours * throughput',
      rate: 'azure.managed-disk-ultra/throughput',
    },
    reservation: {
      label: 'Reservation without a disk',
      unit: 'vCPU-hour',
      quantity: 'reservedVcpus * hours',
      rate: 'azure.managed-disk-ultra/reservation-per-vcpu',
    },
  },
  columns: { count: 'count' },
})
