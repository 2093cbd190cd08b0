import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Google adds proxies with the load; their number is that of its busiest measure, averaged over ten minutes. */
export const internalApplicationLoadBalancer = service({
  id: 'google.internal-application-load-balancer',
  name: 'Internal Application Load Balancer',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#lb',
  summary: 'Load balancer for HTTP inside a network, billed by the hour of its proxies and by data they process.',
  keywords: ['load balancer', 'internal', 'http', 'envoy', 'proxy', 'service mesh'],
  inputs: {
    proxies: quantity({
      label: 'Proxies',
      help: 'Proxy instances on average: each serves some 18 MB/s, 600 new HTTP or 150 new HTTPS connections or 1,400 requests a second.',
      unit: 'proxies',
    }),
    hours: hoursPerMonth({ minor: true }),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through the load balancer, both directions.' }),
  },
  charges: {
    proxies: { label: 'Proxy hours', unit: 'hour', quantity: 'proxies * hours', rate: 'google.internal-alb/proxy-instance-hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'google.internal-alb/data-processed' },
  },
  columns: { count: 'proxies' },
})
