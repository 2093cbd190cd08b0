import { start, atOnce, discount, dollarsPerHour, term, unused } from '../commitment-fields.ts'
import { service } from '../service.ts'

export const azureSavingsPlan = service({
  id: 'azure.savings-plan',
  name: 'Savings plan for compute',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/offers/savings-plan-compute/',
  summary: 'Dollars committed to in each hour for virtual machines of any size and region, at lower rates.',
  keywords: ['commitment', 'savings plan', 'discount', 'reserved'],
  region: 'none',
  inputs: { commitment: dollarsPerHour, term, payment: atOnce, discount, start },
  charges: { unused: unused('commitment') },
  commitment: { kind: 'savings-plan', quantity: 'commitment' },
})
