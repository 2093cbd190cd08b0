import { start, machines, payment, term, unused } from '../commitment-fields.ts'
import { choice, size } from '../fields.ts'
import { service } from '../service.ts'

export const reservedInstances = service({
  id: 'aws.reserved-instances',
  name: 'Reserved Instances',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/ec2/pricing/reserved-instances/pricing/',
  summary: 'Regional reservations of Linux machines for the EC2 rows of the workbook, other sizes of the family included.',
  keywords: ['commitment', 'ri', 'reservation', 'discount', 'standard', 'convertible'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type that is reserved; other sizes of its family use the reservation by their size.',
      sizes: { from: 'compute', cloud: 'aws' },
      default: 'm5.large',
    }),
    count: machines,
    offering: choice({
      label: 'Offering',
      help: 'Standard costs less; a convertible one can be exchanged for other types.',
      options: { standard: 'Standard', convertible: 'Convertible' },
      default: 'standard',
    }),
    term,
    payment,
    start,
  },
  charges: { unused: unused('count') },
  commitment: { kind: 'reservation', quantity: 'count' },
  columns: { size: 'size', count: 'count' },
})
