import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const route53 = service({
  id: 'aws.route53',
  name: 'Route 53',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/route53/pricing/',
  summary: 'Domain name service, billed by hosted zones and queries; aliases to the cloud’s own addresses are free.',
  keywords: ['dns', 'domain', 'hosted zone', 'name server'],
  region: 'none',
  inputs: {
    zones: quantity({
      label: 'Hosted zones',
      help: 'Hosted zones kept through the month, usually one per domain.',
      unit: 'zones',
      default: '1',
    }),
    standardQueries: perMonth({
      label: 'Standard queries',
      help: 'Queries a month answered by simple or weighted records.',
      unit: 'queries',
    }),
    latencyQueries: perMonth({
      label: 'Latency queries',
      help: 'Queries a month answered by latency-based records.',
      unit: 'queries',
      default: '0',
      minor: true,
    }),
    geoQueries: perMonth({
      label: 'Geolocation queries',
      help: 'Queries a month answered by geolocation or geoproximity records.',
      unit: 'queries',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    zones: { label: 'Hosted zones', unit: 'zone-month', quantity: 'zones', rate: 'aws.route53/hosted-zone', region: 'global' },
    standard: {
      label: 'Standard queries',
      unit: 'query',
      quantity: 'standardQueries',
      rate: 'aws.route53/query-standard',
      region: 'global',
    },
    latency: { label: 'Latency queries', unit: 'query', quantity: 'latencyQueries', rate: 'aws.route53/query-latency', region: 'global' },
    geo: { label: 'Geolocation queries', unit: 'query', quantity: 'geoQueries', rate: 'aws.route53/query-geo', region: 'global' },
  },
  columns: { count: 'zones' },
})
