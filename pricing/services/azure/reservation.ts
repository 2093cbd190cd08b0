import { start, atOnce, machines, term, unused } from '../commitment-fields.ts'
import { size } from '../fields.ts'
import { service } from '../service.ts'

export const reservation = service({
  id: 'azure.reservation',
  name: 'Virtual machine reservation',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/reserved-vm-instances/',
  summary: 'Machines of one size in one region, reserved for the machine rows of the workbook.',
  keywords: ['commitment', 'reserved vm instances', 'ri', 'discount'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The size of the machines that are reserved.',
      sizes: { from: 'compute', cloud: 'azure' },
      default: 'Standard_D2s_v5',
    }),
    count: machines,
    term,
    payment: atOnce,
    start,
  },
  charges: { unused: unused('count') },
  commitment: { kind: 'reservation', quantity: 'count' },
  columns: { size: 'size', count: 'count' },
})
