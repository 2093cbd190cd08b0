import { start, discount, dollarsPerHour, payment, term, unused } from '../commitment-fields.ts'
import { size } from '../fields.ts'
import { service } from '../service.ts'

export const ec2InstanceSavingsPlan = service({
  id: 'aws.ec2-instance-savings-plan',
  name: 'EC2 Instance Savings Plan',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/savingsplans/compute-pricing/',
  summary: 'Dollars committed to in each hour for EC2 machines of one family in one region, whatever their size.',
  keywords: ['commitment', 'savings plan', 'family', 'discount', 'reserved'],
  inputs: {
    size: size({
      label: 'Instance family',
      help: 'Any size of the family that the plan is for, such as m5.large for M5.',
      sizes: { from: 'compute', cloud: 'aws' },
      default: 'm5.large',
    }),
    commitment: dollarsPerHour,
    term,
    payment,
    discount,
    start,
  },
  charges: { unused: unused('commitment') },
  commitment: { kind: 'family-plan', quantity: 'commitment' },
  columns: { size: 'size' },
})
