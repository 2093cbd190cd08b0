import { dataPerMonth, hoursPerMonth, perSecond, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A capacity unit (GLCU) holds 600 new connections a second, 60,000 active ones and 1 GB an hour; each hour pays for the fullest. */
export const gatewayLoadBalancer = service({
  id: 'aws.gateway-load-balancer',
  name: 'Gateway Load Balancer',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  summary: 'Spreads traffic over firewalls and other appliances, billed by zone hours and capacity units.',
  keywords: ['gwlb', 'glcu', 'firewall', 'appliance', 'inspection', 'elb'],
  inputs: {
    count: quantity({ label: 'Load balancers', help: 'How many share this description.', unit: 'load balancers', default: '1' }),
    zones: quantity({
      label: 'Zones',
      help: 'Availability zones of each load balancer; every one is billed.',
      unit: 'zones',
      default: '1',
    }),
    hours: hoursPerMonth(),
    newConnections: perSecond({
      label: 'New connections',
      help: 'Connections or flows opened per second at each load balancer, on average.',
      unit: 'connections',
    }),
    activeConnections: quantity({
      label: 'Active connections',
      help: 'Connections or flows open at the same time at each load balancer.',
      unit: 'connections',
    }),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through each load balancer, both directions.' }),
  },
  derived: {
    capacityHours: 'max(hours * newConnections / 600, hours * activeConnections / 60000, processed)',
  },
  charges: {
    hours: { label: 'Load balancer hours', unit: 'hour', quantity: 'count * zones * hours', rate: 'aws.gwlb/hour' },
    capacity: { label: 'Capacity units', unit: 'GLCU-hour', quantity: 'count * capacityHours', rate: 'aws.gwlb/lcu' },
  },
  columns: { count: 'count' },
})
