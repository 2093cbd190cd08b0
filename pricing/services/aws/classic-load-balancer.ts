import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const classicLoadBalancer = service({
  id: 'aws.classic-load-balancer',
  name: 'Classic Load Balancer',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  summary: 'Load balancer of the previous generation, billed by the hour and by GB.',
  keywords: ['clb', 'elb', 'load balancing'],
  inputs: {
    count: quantity({ label: 'Load balancers', help: 'How many share this description.', unit: 'load balancers', default: '1' }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through each load balancer.' }),
  },
  charges: {
    hours: { label: 'Load balancer hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.clb/hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'count * processed', rate: 'aws.clb/data-processed' },
  },
  columns: { count: 'count' },
})
