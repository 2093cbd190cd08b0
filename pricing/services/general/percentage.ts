import { moneyPerMonth, percent } from '../fields.ts'
import { service } from '../service.ts'

/** A support plan that is graded types its base as =tier(…) of the subtotal and 100% as its share. */
export const percentage = service({
  id: 'general.percentage',
  name: 'Percentage of other rows',
  cloud: 'general',
  category: 'other',
  source: 'https://aws.amazon.com/premiumsupport/pricing/',
  summary: 'A share of what other rows cost, such as a support plan, a reseller’s fee or a reserve for growth.',
  keywords: ['support plan', 'markup', 'fee', 'tax', 'contingency', 'reserve'],
  region: 'none',
  inputs: {
    base: moneyPerMonth({
      label: 'Base amount',
      help: 'What the share is taken of, such as =subtotal("compute") or =cost("API servers").',
    }),
    share: percent({ label: 'Share', help: 'The share of the base, such as 10%.', max: 10 }),
    minimum: moneyPerMonth({
      label: 'Least amount',
      help: 'What is charged at least, such as 100 for a support plan.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    share: { label: 'Share of the base', unit: 'month', quantity: '1', typed: [{ price: 'max(base * share, minimum)' }] },
  },
})
