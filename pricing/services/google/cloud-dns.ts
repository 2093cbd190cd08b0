import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const cloudDns = service({
  id: 'google.cloud-dns',
  name: 'Cloud DNS',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/dns/pricing',
  summary: 'Managed domain name zones, billed by zones and by queries.',
  keywords: ['dns', 'domain', 'zone', 'name server', 'queries'],
  region: 'none',
  inputs: {
    zones: quantity({ label: 'Zones', help: 'Managed zones, public and private.', unit: 'zones', default: '1' }),
    queries: perMonth({ label: 'Queries', help: 'Queries a month that the zones answer.', unit: 'queries' }),
  },
  charges: {
    zones: { label: 'Zones', unit: 'zone-month', quantity: 'zones', rate: 'google.cloud-dns/zone', region: 'global' },
    queries: { label: 'Queries', unit: 'query', quantity: 'queries', rate: 'google.cloud-dns/query', region: 'global' },
  },
  columns: { count: 'zones' },
})
