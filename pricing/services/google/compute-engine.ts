import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const computeEngine = service({
  id: 'google.compute-engine',
  name: 'Compute Engine machines',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/compute/all-pricing',
  summary: 'Virtual machines of predefined types running Linux, billed by the second; disks are rows of their own.',
  keywords: ['vm', 'virtual machine', 'server', 'gce', 'instance', 'linux', 'spot', 'committed use'],
  inputs: {
    size: size({
      label: 'Machine type',
      help: 'The machine type, such as e2-standard-4; the list holds every type the price book knows.',
      sizes: { from: 'compute', cloud: 'google' },
      default: 'e2-standard-2',
    }),
    count: quantity({ label: 'Machines', help: 'How many machines of this type run side by side.', unit: 'machines', default: '1' }),
    hours: hoursPerMonth(),
  },
  charges: {
    machines: { label: 'Machine hours', unit: 'hour', quantity: 'count * hours', compute: 'size', sustained: 'hours / hours_in_month' },
  },
  columns: { size: 'size', count: 'count' },
})
