import type { Worked } from '../kit.ts'

export const generalMonths: readonly Worked[] = [
  {
    name: 'a flat rate, counted',
    rows: [{ service: 'general.flat', inputs: { monthly: '30', count: '4' } }],
    working: '4 × 30',
    total: 120,
  },
  {
    name: 'a flat rate typed as a yearly amount',
    rows: [{ service: 'general.flat', inputs: { monthly: '=$1200 / 12' } }],
    working: '1,200 / 12',
    total: 100,
  },
  {
    name: 'a support plan of 10 % of the compute rows',
    rows: [
      { service: 'aws.ec2', inputs: { count: '4' } },
      { service: 'general.percentage', inputs: { base: '=subtotal("compute")', share: '10%' } },
    ],
    working: '121.472 × 1.1',
    total: 133.6192,
  },
  {
    name: 'a support plan that costs at least 100',
    rows: [
      { service: 'aws.ec2', inputs: { count: '4' }, name: 'API servers' },
      { service: 'general.percentage', inputs: { base: '=cost("API servers")', share: '10%', minimum: '100' } },
    ],
    working: '121.472 + max(12.1472, 100)',
    total: 221.472,
  },
  {
    name: 'a graded support plan: 10 % of the first 10,000, 7 % of the rest',
    rows: [
      { service: 'general.flat', inputs: { monthly: '30,000' }, name: 'Everything' },
      { service: 'general.percentage', inputs: { base: '=tier(cost("Everything"), $10000, 10%, 7%)', share: '100%' } },
    ],
    working: '30,000 + 10,000 × 0.10 + 20,000 × 0.07',
    total: 32_400,
  },
  {
    name: 'twelve seats and a quarter of somebody’s time',
    rows: [
      { service: 'general.people', inputs: { seats: '12', seatPrice: '20' } },
      { service: 'general.people', inputs: { kind: 'people', people: '0.25', monthlyCost: '8,000' } },
    ],
    working: '12 × 20 + 0.25 × 8,000',
    total: 2240,
  },
]
