import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Partitions of 375 GB; machine types whose name ends in -lssd include theirs. */
export const localSsd = service({
  id: 'google.local-ssd',
  name: 'Local SSD',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/compute/disks-image-pricing',
  summary: 'Fast disks inside the machine, lost when it stops; billed by the hour of the machine in partitions of 375 GB.',
  keywords: ['disk', 'nvme', 'scratch', 'ephemeral', 'local disk'],
  inputs: {
    partitions: quantity({ label: 'Partitions', help: 'Partitions of 375 GB each, over all machines.', unit: 'partitions' }),
    hours: hoursPerMonth({ help: 'Hours a month that the machines run; the whole month unless you say otherwise.' }),
  },
  charges: {
    storage: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'partitions * 375 * hours / hours_in_month',
      rate: 'google.local-ssd/storage',
    },
  },
  columns: { count: 'partitions' },
})
