import { start, discount, fargateDiscount, dollarsPerHour, payment, term, unused } from '../commitment-fields.ts'
import { service } from '../service.ts'

export const computeSavingsPlan = service({
  id: 'aws.compute-savings-plan',
  name: 'Compute Savings Plan',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/savingsplans/compute-pricing/',
  summary:
    'Dollars committed to in each hour for EC2 machines of any family and region, and for Fargate where its discount is typed. Lambda, which AWS covers too, is not counted here.',
  keywords: ['commitment', 'savings plan', 'csp', 'discount', 'reserved'],
  region: 'none',
  inputs: { commitment: dollarsPerHour, term, payment, discount, fargateDiscount, start },
  charges: { unused: unused('commitment') },
  commitment: { kind: 'savings-plan', quantity: 'commitment' },
})
