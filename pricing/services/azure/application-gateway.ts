import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * A capacity unit holds 2,500 persistent connections, 2.22 Mbit/s and one compute unit, which is about 50 new TLS connections a second, or
 * 10 requests a second with the firewall. Each hour pays for whole units, as many as the fullest of the three needs, and for ten of each
 * reserved instance, used or not: https://learn.microsoft.com/azure/application-gateway/understanding-pricing
 * The millionth that is taken off before rounding up keeps 88.8 / 2.22 at 40.
 */
export const applicationGateway = service({
  id: 'azure.application-gateway',
  name: 'Azure Application Gateway',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/application-gateway/',
  summary: 'HTTP load balancer with or without a web application firewall, billed by the hour and by capacity units.',
  keywords: ['http', 'layer 7', 'ingress', 'waf', 'firewall', 'load balancing', 'capacity unit'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'With the web application firewall, both prices are higher.',
      options: { 'standard-v2': 'Standard v2', 'waf-v2': 'WAF v2' },
      default: 'standard-v2',
    }),
    count: quantity({ label: 'Gateways', help: 'How many gateways share this description.', unit: 'gateways', default: '1' }),
    hours: hoursPerMonth(),
    connections: quantity({
      label: 'Persistent connections',
      help: 'Connections open at the same time at each gateway, on average.',
      unit: 'connections',
    }),
    throughput: quantity({
      label: 'Throughput',
      help: 'Traffic through each gateway on average in Mbit/s, requests and answers; 1,000 GB a month are about 3.',
      unit: 'Mbit/s',
    }),
    computeUnits: quantity({
      label: 'Compute units',
      help: 'Compute units in use at each gateway: new TLS connections per second ÷ 50, or with WAF requests per second ÷ 10.',
      unit: 'units',
    }),
    instances: quantity({
      label: 'Reserved instances',
      help: 'Least instances of each gateway, or all when it does not scale; each pays for ten capacity units.',
      unit: 'instances',
      default: '0',
    }),
  },
  derived: {
    needed: 'max(connections / 2500, throughput / 2.22, computeUnits, instances * 10)',
    capacityUnits: 'max(0, ceil(needed - 0.000001))',
  },
  charges: {
    hours: { label: 'Gateway hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.application-gateway-{plan}/hour' },
    capacity: {
      label: 'Capacity units',
      unit: 'CU-hour',
      quantity: 'count * hours * capacityUnits',
      rate: 'azure.application-gateway-{plan}/capacity-unit',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
