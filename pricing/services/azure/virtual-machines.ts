import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const virtualMachines = service({
  id: 'azure.virtual-machines',
  name: 'Azure Virtual Machines',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/virtual-machines/linux/',
  summary: 'Virtual machines running Linux, billed by the hour of each machine; disks are rows of their own.',
  keywords: ['vm', 'virtual machine', 'server', 'instance', 'linux', 'compute'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The machine size, such as Standard_D2s_v5; the list holds every size the price book knows.',
      sizes: { from: 'compute', cloud: 'azure' },
      default: 'Standard_D2s_v5',
    }),
    count: quantity({ label: 'Machines', help: 'How many machines of this size run side by side.', unit: 'machines', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that each machine is allocated; a machine that is only shut down inside still counts.' }),
  },
  charges: {
    machines: { label: 'Machine hours', unit: 'hour', quantity: 'count * hours', compute: 'size' },
  },
  columns: { size: 'size', count: 'count' },
})
