import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Traffic through a tunnel is charged as traffic to the internet or between regions, on a row of its own. */
export const cloudVpn = service({
  id: 'google.cloud-vpn',
  name: 'Cloud VPN',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#vpn-pricing',
  summary: 'Encrypted tunnels to other networks, billed by the hour of each tunnel.',
  keywords: ['vpn', 'ipsec', 'tunnel', 'site-to-site', 'hybrid'],
  inputs: {
    tunnels: quantity({
      label: 'Tunnels',
      help: 'Tunnels that exist; a highly available gateway has two or four.',
      unit: 'tunnels',
      default: '2',
    }),
    hours: hoursPerMonth(),
  },
  charges: {
    tunnels: { label: 'Tunnel hours', unit: 'hour', quantity: 'tunnels * hours', rate: 'google.cloud-vpn/tunnel-hour' },
  },
  columns: { count: 'tunnels' },
})
