import type { Worked } from '../../kit.ts'

export const googleNetworkMonths: readonly Worked[] = [
  {
    name: 'eight forwarding rules and 1,100 GB through them',
    rows: [{ service: 'google.cloud-load-balancing', inputs: { rules: '8', inbound: '100', outbound: '1,000' } }],
    working: '730 × 0.025 + 3 × 730 × 0.01 + 1,100 × 0.008',
    total: 48.95,
  },
  {
    name: 'an internal load balancer of three proxies and 500 GB',
    rows: [{ service: 'google.internal-application-load-balancer', inputs: { proxies: '3', processed: '500' } }],
    working: '3 × 730 × 0.025 + 500 × 0.008',
    total: 58.75,
  },
  {
    name: 'Cloud CDN: 20 TB to North America',
    rows: [{ service: 'google.cloud-cdn', inputs: { egress: '20 TB', requests: '100e6', filled: '500' } }],
    working: '10,240 × 0.08 + 10,240 × 0.055 + 100 M × 0.00000075 + 500 × 0.01',
    total: 1462.4,
  },
  {
    name: '12 TB out to the internet over the premium tier, and 100 GB to Australia',
    rows: [
      { service: 'google.internet-egress', inputs: { sent: '12 TB' } },
      { service: 'google.internet-egress', inputs: { route: 'premium-to-australia', sent: '100' } },
    ],
    working: '1,024 × 0.12 + 9,216 × 0.11 + 2,048 × 0.08 + 100 × 0.19',
    total: 1319.48,
  },
  {
    name: '1,000 GB between zones, 500 GB within Europe and 100 GB between continents',
    rows: [
      { service: 'google.network-transfer', inputs: { crossZone: '1,000', between: 'eu-vpc', crossRegion: '500' } },
      { service: 'google.network-transfer', inputs: { crossZone: '0', between: 'intercontinental-vpc', crossRegion: '100' } },
    ],
    working: '1,000 × 0.01 + 500 × 0.02 + 100 × 0.08',
    total: 28,
  },
  {
    name: 'a NAT gateway of ten machines, and two of forty',
    rows: [
      { service: 'google.cloud-nat', inputs: { machines: '10', processed: '500' } },
      { service: 'google.cloud-nat', inputs: { count: '2', machines: '40', processed: '0' } },
    ],
    working: '10 × 730 × 0.0014 + 500 × 0.045 + 2 × 730 × 0.0448',
    total: 98.128,
  },
  {
    name: 'two VPN tunnels',
    rows: [{ service: 'google.cloud-vpn', inputs: {} }],
    working: '2 × 730 × 0.05',
    total: 73,
  },
  {
    name: 'three DNS zones and 10 M queries',
    rows: [{ service: 'google.cloud-dns', inputs: { zones: '3', queries: '10e6' } }],
    working: '3 × 0.2 + 10 M × 0.0000004',
    total: 4.6,
  },
  {
    name: 'three addresses in use and one unused',
    rows: [{ service: 'google.static-ip', inputs: { count: '3', idle: '1' } }],
    working: '3 × 730 × 0.005 + 730 × 0.01',
    total: 18.25,
  },
]
