import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A connection has two tunnels, billed as one. */
export const vpn = service({
  id: 'aws.vpn',
  name: 'Site-to-Site VPN',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/vpn/pricing/',
  summary: 'Encrypted connections between a network and an office or data centre, billed by the hour.',
  keywords: ['ipsec', 'tunnel', 'hybrid', 'on-premises', 'virtual private network'],
  inputs: {
    count: quantity({ label: 'Connections', help: 'VPN connections.', unit: 'connections', default: '1' }),
    hours: hoursPerMonth(),
    internet: dataPerMonth({
      label: 'Data out',
      help: 'GB a month sent out of the cloud; 0 where a Data transfer row counts them.',
      default: '0',
    }),
  },
  charges: {
    connections: { label: 'Connection hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.vpn/connection-hour' },
    internet: { label: 'Data out', unit: 'GB', quantity: 'internet', rate: 'aws.data-transfer/internet-egress' },
  },
  columns: { count: 'count' },
})
