import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** One price covers up to five forwarding rules of a project; each further rule has its own. */
export const cloudLoadBalancing = service({
  id: 'google.cloud-load-balancing',
  name: 'Cloud Load Balancing',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#lb',
  summary: 'External and passthrough load balancers, billed by forwarding rules and by data they process.',
  keywords: ['load balancer', 'alb', 'nlb', 'forwarding rule', 'http', 'https', 'tcp', 'ingress'],
  inputs: {
    rules: quantity({
      label: 'Forwarding rules',
      help: 'Forwarding rules of the project in this region, or global ones: an address with its port; the first five share one price.',
      unit: 'rules',
      default: '1',
    }),
    hours: hoursPerMonth({ minor: true }),
    inbound: dataPerMonth({ label: 'Data in', help: 'GB a month that clients send through the load balancers.' }),
    outbound: dataPerMonth({ label: 'Data out', help: 'GB a month that go back to clients, besides the traffic to the internet.' }),
  },
  charges: {
    firstRules: {
      label: 'First five forwarding rules',
      unit: 'hour',
      quantity: 'if(rules > 0, hours, 0)',
      rate: 'google.cloud-load-balancing/forwarding-rules-first-5-hour',
    },
    moreRules: {
      label: 'Further forwarding rules',
      unit: 'hour',
      quantity: 'max(0, rules - 5) * hours',
      rate: 'google.cloud-load-balancing/forwarding-rule-additional-hour',
    },
    inbound: { label: 'Data in', unit: 'GB', quantity: 'inbound', rate: 'google.cloud-load-balancing/data-processed-inbound' },
    outbound: { label: 'Data out', unit: 'GB', quantity: 'outbound', rate: 'google.cloud-load-balancing/data-processed-outbound' },
  },
})
