import type { Worked } from '../../kit.ts'

export const networkMonths: readonly Worked[] = [
  {
    name: 'a load balancer of eight rules and 1,000 GB',
    rows: [{ service: 'azure.load-balancer', inputs: { rules: '8', processed: '1,000' } }],
    working: '730 × (0.025 + 3 × 0.01) + 1,000 × 0.005',
    total: 45.15,
  },
  {
    name: 'an Application Gateway with a firewall, whose traffic of 30 Mbit/s takes 14 capacity units',
    rows: [{ service: 'azure.application-gateway', inputs: { plan: 'waf-v2', connections: '5,000', throughput: '30', computeUnits: '3' } }],
    working: '730 × (0.36 + 14 × 0.0144)',
    total: 409.968,
  },
  {
    name: 'an Application Gateway that reserves two instances, twenty capacity units',
    rows: [
      {
        service: 'azure.application-gateway',
        inputs: { connections: '100', throughput: '1.5', computeUnits: '1', instances: '2' },
      },
    ],
    working: '730 × (0.2 + 20 × 0.008)',
    total: 262.8,
  },
  {
    name: 'Front Door Premium: 5 TB and 50 M requests in Europe',
    rows: [{ service: 'azure.front-door', inputs: { plan: 'premium', egress: '5 TB', requests: '50e6' } }],
    working: '330 + 5,120 × 0.083 + 50,000,000 × 0.0000015',
    total: 829.96,
  },
  {
    name: 'classic Front Door with seven rules and 12,000 GB over two steps',
    rows: [{ service: 'azure.front-door-classic', region: 'westeurope', inputs: { rules: '7', egress: '12,000', dataIn: '100' } }],
    working: '730 × (5 × 0.03 + 2 × 0.012) + 10,000 × 0.17 + 2,000 × 0.15 + 100 × 0.01',
    total: 2128.02,
  },
  {
    name: 'firewall rules at the Front Door',
    rows: [
      { service: 'azure.waf-front-door', inputs: { customRules: '3', customRequests: '10e6', managedRules: '1', managedRequests: '10e6' } },
    ],
    working: '5 + 3 × 1 + 10,000,000 × 0.0000006 + 20 + 10,000,000 × 0.000001',
    total: 44,
  },
  {
    name: 'classic CDN by Verizon: 60,000 GB over three steps; seven rules at Microsoft’s',
    rows: [
      { service: 'azure.cdn', inputs: { profile: 'standard-verizon', egress: '60,000' } },
      { service: 'azure.cdn', inputs: { egress: '100', rules: '7', ruleRequests: '1e6' } },
    ],
    working: '10,000 × 0.081 + 40,000 × 0.075 + 10,000 × 0.056 + 100 × 0.081 + 2 × 1 + 1,000,000 × 0.0000006',
    total: 4380.7,
  },
  {
    name: '11,235 GB to the internet from Virginia over two steps, and traffic within the continent',
    rows: [{ service: 'azure.bandwidth', inputs: { internet: '11,235', continent: '1,000' } }],
    working: '10,235 × 0.087 + 1,000 × 0.083 + 1,000 × 0.02',
    total: 993.445,
  },
  {
    name: 'the same over internet providers from Tokyo, and traffic to other regions of Asia; between zones it is free',
    rows: [
      {
        service: 'azure.bandwidth',
        region: 'japaneast',
        inputs: {
          routing: 'internet-egress-isp-routing',
          internet: '11,000',
          crossRegion: '500',
          origin: 'asia-oceania-mea',
          crossZone: '10,000',
        },
      },
    ],
    working: '10,000 × 0.11 + 1,000 × 0.075 + 500 × 0.08',
    total: 1215,
  },
  {
    name: 'traffic from São Paulo to other regions has a price of its own',
    rows: [{ service: 'azure.bandwidth', region: 'brazilsouth', inputs: { internet: '0', crossRegion: '100', origin: 'south-america' } }],
    working: '100 × 0.16',
    total: 16,
  },
  {
    name: 'peering: 1,000 GB in the region and 500 GB to Asia, each charged at both ends',
    rows: [{ service: 'azure.vnet-peering', region: 'westeurope', inputs: { local: '1,000', global: '500', zones: 'zone1-zone2' } }],
    working: '1,000 × (0.01 + 0.01) + 500 × (0.035 + 0.09)',
    total: 82.5,
  },
  {
    name: 'three private endpoints',
    rows: [{ service: 'azure.private-endpoint', region: 'westus', inputs: { count: '3', dataIn: '1,000', dataOut: '500' } }],
    working: '3 × 730 × 0.01 + 1,000 × 0.01 + 500 × 0.01',
    total: 36.9,
  },
  {
    name: 'a NAT gateway that passes 2,000 GB',
    rows: [{ service: 'azure.nat-gateway', region: 'westeurope', inputs: { processed: '2,000' } }],
    working: '730 × 0.045 + 2,000 × 0.045',
    total: 122.85,
  },
  {
    name: 'a VPN gateway over zones',
    rows: [{ service: 'azure.vpn-gateway', inputs: {} }],
    working: '730 × 0.21',
    total: 153.3,
  },
  {
    name: 'an ExpressRoute circuit of 1 Gbit/s, unlimited, in Europe, and one in Asia',
    rows: [
      { service: 'azure.expressroute-circuit', region: 'westeurope', inputs: { plan: 'standard-unlimited', egress: '1,000' } },
      { service: 'azure.expressroute-circuit', region: 'japaneast', inputs: { plan: 'standard-unlimited', egress: '1,000' } },
    ],
    working: '5,700 + 8,700',
    total: 14400,
  },
  {
    name: 'a metered circuit without traffic',
    rows: [{ service: 'azure.expressroute-circuit', inputs: { speed: '100m', egress: '0' } }],
    working: '110',
    total: 110,
  },
  {
    name: 'an ExpressRoute gateway in São Paulo',
    rows: [{ service: 'azure.expressroute-gateway', region: 'brazilsouth', inputs: {} }],
    working: '730 × 0.361',
    total: 263.53,
  },
  {
    name: 'a Virtual WAN hub with gateways of both kinds',
    rows: [{ service: 'azure.virtual-wan', region: 'westeurope', inputs: { processed: '1,000', vpnUnits: '2', expressrouteUnits: '1' } }],
    working: '730 × (0.25 + 2 × 0.361 + 0.42) + 1,000 × 0.02',
    total: 1036.16,
  },
  {
    name: 'two static addresses, a global one, a retired one and a prefix of four',
    rows: [
      { service: 'azure.public-ip', inputs: { count: '2' } },
      { service: 'azure.public-ip', inputs: { kind: 'standard-global' } },
      { service: 'azure.public-ip', inputs: { kind: 'basic' } },
      { service: 'azure.public-ip', region: 'westeurope', inputs: { count: '0', prefixAddresses: '4' } },
    ],
    working: '730 × (2 × 0.005 + 0.01 + 0.004 + 4 × 0.006)',
    total: 35.04,
  },
  {
    name: 'ten DNS zones with 2 billion queries over two steps',
    rows: [{ service: 'azure.dns', region: 'westeurope', inputs: { zones: '10', queries: '2e9' } }],
    working: '10 × 0.5 + 1,000,000,000 × (0.0000004 + 0.0000002)',
    total: 605,
  },
  {
    name: 'five private DNS zones without queries',
    rows: [{ service: 'azure.private-dns', region: 'westus', inputs: { zones: '5', queries: '0' } }],
    working: '5 × 0.5',
    total: 2.5,
  },
  {
    name: 'Traffic Manager: 100 M queries',
    rows: [{ service: 'azure.traffic-manager', region: 'westeurope', inputs: { queries: '100e6' } }],
    working: '100,000,000 × 0.00000054',
    total: 54,
  },
  {
    name: 'a firewall that inspects 5,000 GB',
    rows: [{ service: 'azure.firewall', inputs: { processed: '5,000' } }],
    working: '730 × 1.25 + 5,000 × 0.016',
    total: 992.5,
  },
  {
    name: 'a DDoS protection plan',
    rows: [{ service: 'azure.ddos-protection', region: 'westeurope', inputs: {} }],
    working: '730 × 4.03226',
    total: 2943.5498,
  },
]
