import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const dns = service({
  id: 'azure.dns',
  name: 'Azure DNS',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/dns/',
  summary: 'Public DNS zones, billed by zone and by query.',
  keywords: ['dns', 'domain', 'zone', 'name server'],
  inputs: {
    zones: quantity({
      label: 'Zones',
      help: 'Public zones; those above 25 cost less, which the price here leaves out.',
      unit: 'zones',
      default: '1',
    }),
    queries: perMonth({ label: 'Queries', help: 'Queries answered a month.', unit: 'queries' }),
  },
  charges: {
    zones: { label: 'Zones', unit: 'zone-month', quantity: 'zones', rate: 'azure.dns/zone' },
    queries: { label: 'Queries', unit: 'query', quantity: 'queries', rate: 'azure.dns/query' },
  },
  columns: { count: 'zones' },
})
