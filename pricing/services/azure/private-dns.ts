import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const privateDns = service({
  id: 'azure.private-dns',
  name: 'Azure Private DNS',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/dns/',
  summary: 'DNS zones inside virtual networks, billed by zone and by query.',
  keywords: ['dns', 'private zone', 'vnet', 'private endpoint', 'name resolution'],
  inputs: {
    zones: quantity({ label: 'Zones', help: 'Private zones; each kind of private endpoint needs one.', unit: 'zones', default: '1' }),
    queries: perMonth({ label: 'Queries', help: 'Queries answered a month.', unit: 'queries' }),
  },
  charges: {
    zones: { label: 'Zones', unit: 'zone-month', quantity: 'zones', rate: 'azure.private-dns/zone' },
    queries: { label: 'Queries', unit: 'query', quantity: 'queries', rate: 'azure.private-dns/query' },
  },
  columns: { count: 'zones' },
})
