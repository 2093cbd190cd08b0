import { moneyPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const flat = service({
  id: 'general.flat',
  name: 'Flat monthly rate',
  cloud: 'general',
  category: 'other',
  source: 'https://en.wikipedia.org/wiki/Flat_rate',
  summary: 'An amount of money a month that you type: a rule of thumb, a quote, a subscription.',
  keywords: ['fixed', 'monthly', 'subscription', 'fee', 'rule of thumb', 'custom'],
  region: 'none',
  inputs: {
    monthly: moneyPerMonth({
      label: 'Monthly amount',
      help: 'What one costs a month, in the workbook’s currency, or a formula such as =24 * 3.06.',
    }),
    count: quantity({ label: 'Count', help: 'How many of them there are.', default: '1' }),
  },
  charges: {
    flat: { label: 'Flat rate', unit: 'month', quantity: 'count', typed: [{ price: 'monthly' }] },
  },
  columns: { count: 'count' },
})
