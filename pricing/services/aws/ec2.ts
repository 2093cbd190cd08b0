import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const ec2 = service({
  id: 'aws.ec2',
  name: 'EC2 instances',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  summary: 'Virtual machines running Linux, billed by the hour of each instance.',
  keywords: ['vm', 'virtual machine', 'server', 'elastic compute cloud', 'instance', 'linux'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type, such as t3.medium; the list holds every type the price book knows.',
      sizes: { from: 'compute', cloud: 'aws' },
      default: 't3.medium',
    }),
    count: quantity({ label: 'Instances', help: 'How many instances of this type run side by side.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth(),
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', compute: 'size' },
  },
  columns: { size: 'size', count: 'count' },
})
