import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** One hourly price covers the first five rules; inbound NAT rules and a balancer without rules are free. */
export const loadBalancer = service({
  id: 'azure.load-balancer',
  name: 'Azure Load Balancer',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/load-balancer/',
  summary: 'Standard load balancer for TCP and UDP, billed by its rules and by processed data.',
  keywords: ['lb', 'load balancing', 'tcp', 'layer 4', 'outbound rules'],
  inputs: {
    count: quantity({ label: 'Load balancers', help: 'How many load balancers there are.', unit: 'load balancers', default: '1' }),
    rules: quantity({
      label: 'Rules',
      help: 'Load-balancing and outbound rules of each; inbound NAT rules do not count.',
      unit: 'rules',
      default: '1',
    }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through all load balancers, in and out.' }),
  },
  charges: {
    firstRules: {
      label: 'First five rules',
      unit: 'hour',
      quantity: 'count * hours * min(1, rules)',
      rate: 'azure.load-balancer-standard/rules-first-5',
    },
    moreRules: {
      label: 'Rules above five',
      unit: 'rule-hour',
      quantity: 'count * hours * max(0, rules - 5)',
      rate: 'azure.load-balancer-standard/rule-over-5',
    },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'azure.load-balancer-standard/data-processed' },
  },
  columns: { count: 'count' },
})
