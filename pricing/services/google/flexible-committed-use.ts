import { start, discount, dollarsPerHour, term, unused } from '../commitment-fields.ts'
import { service } from '../service.ts'

export const flexibleCommittedUse = service({
  id: 'google.flexible-committed-use',
  name: 'Flexible committed use',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/compute/docs/instances/committed-use-discounts-overview',
  summary: 'Dollars committed to in each hour for Compute Engine machines of most series in any region.',
  keywords: ['commitment', 'cud', 'spend-based', 'discount', 'flex'],
  region: 'none',
  inputs: { commitment: dollarsPerHour, term, discount, start },
  charges: { unused: unused('commitment') },
  commitment: { kind: 'savings-plan', quantity: 'commitment' },
})
