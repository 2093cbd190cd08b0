import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Ten site-to-site tunnels and 128 point-to-site connections are included, except with Basic:
 * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings
 */
export const vpnGateway = service({
  id: 'azure.vpn-gateway',
  name: 'Azure VPN Gateway',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/vpn-gateway/',
  summary: 'Encrypted tunnels from your own network into a virtual network, billed by the hour of each gateway.',
  keywords: ['vpn', 'ipsec', 'site-to-site', 'point-to-site', 'hybrid', 'tunnel'],
  inputs: {
    size: choice({
      label: 'Size',
      help: 'Throughput grows with the number; AZ gateways stand in several zones.',
      options: {
        basic: 'Basic, 100 Mbit/s',
        vpngw1: 'VpnGw1, 650 Mbit/s',
        vpngw2: 'VpnGw2, 1 Gbit/s',
        vpngw3: 'VpnGw3, 1.25 Gbit/s',
        vpngw4: 'VpnGw4, 5 Gbit/s',
        vpngw5: 'VpnGw5, 10 Gbit/s',
        vpngw1az: 'VpnGw1AZ, 650 Mbit/s',
        vpngw2az: 'VpnGw2AZ, 1 Gbit/s',
        vpngw3az: 'VpnGw3AZ, 1.25 Gbit/s',
        vpngw4az: 'VpnGw4AZ, 5 Gbit/s',
        vpngw5az: 'VpnGw5AZ, 10 Gbit/s',
      },
      default: 'vpngw1az',
    }),
    count: quantity({ label: 'Gateways', help: 'How many gateways there are.', unit: 'gateways', default: '1' }),
    hours: hoursPerMonth(),
    extraTunnels: quantity({
      label: 'Tunnels above ten',
      help: 'Site-to-site tunnels of each gateway beyond the ten included.',
      unit: 'tunnels',
      default: '0',
      minor: true,
    }),
    extraConnections: quantity({
      label: 'Connections above 128',
      help: 'Point-to-site connections of each gateway beyond the 128 included.',
      unit: 'connections',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    hours: { label: 'Gateway hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.vpn-gateway/{size}' },
    tunnels: {
      label: 'Tunnels above ten',
      unit: 'tunnel-hour',
      quantity: 'count * hours * extraTunnels',
      rate: 'azure.vpn-gateway/s2s-tunnel-hour',
    },
    connections: {
      label: 'Connections above 128',
      unit: 'connection-hour',
      quantity: 'count * hours * extraConnections',
      rate: 'azure.vpn-gateway/p2s-connection-hour',
    },
  },
  columns: { size: 'size', count: 'count' },
})
