import type { Worked } from '../../kit.ts'

export const privateNetworksMonths: readonly Worked[] = [
  {
    name: 'three interface endpoints in two zones with 2 PB, and a gateway endpoint in Singapore that costs nothing',
    rows: [
      { service: 'aws.vpc-endpoint', inputs: { count: '3', zones: '2', processed: '2 PB' } },
      { service: 'aws.vpc-endpoint', region: 'ap-southeast-1', inputs: { kind: 'gateway', processed: '10 TB' } },
    ],
    working: '6 × 730 × 0.01 + 1,048,576 × 0.01 + 1,048,576 × 0.006 + 0',
    total: 16_821.016,
  },
  {
    name: 'two Gateway Load Balancers in two zones whose connections fill two and a half capacity units, and their endpoints',
    rows: [
      {
        service: 'aws.gateway-load-balancer',
        inputs: { count: '2', zones: '2', newConnections: '1,500', activeConnections: '6,000', processed: '730' },
      },
      { service: 'aws.vpc-endpoint', inputs: { kind: 'gwlb', count: '2', processed: '1,000' } },
    ],
    working: '4 × 730 × 0.0125 + 2 × 730 × 2.5 × 0.004 + 2 × 730 × 0.01 + 1,000 × 0.0035',
    total: 69.2,
  },
  {
    name: 'a Classic Load Balancer and 1,000 GB',
    rows: [{ service: 'aws.classic-load-balancer', inputs: { processed: '1,000' } }],
    working: '730 × 0.025 + 1,000 × 0.008',
    total: 26.25,
  },
  {
    name: 'a Transit Gateway of four attachments and 5 TB',
    rows: [{ service: 'aws.transit-gateway', inputs: { attachments: '4', processed: '5 TB' } }],
    working: '4 × 730 × 0.05 + 5,120 × 0.02',
    total: 248.4,
  },
  {
    name: 'two VPN connections and 100 GB out',
    rows: [{ service: 'aws.vpn', inputs: { count: '2', internet: '100' } }],
    working: '2 × 730 × 0.05 + 100 × 0.09',
    total: 82,
  },
  {
    name: 'Client VPN: two subnets and twenty people for 160 hours',
    rows: [{ service: 'aws.client-vpn', inputs: { associations: '2', people: '20', connectedHours: '160' } }],
    working: '2 × 730 × 0.1 + 3,200 × 0.05',
    total: 306,
  },
  {
    name: 'two Direct Connect ports of 10 Gbit/s and 20 TB out',
    rows: [{ service: 'aws.direct-connect', inputs: { port: 'dedicated-port-10g', count: '2', dataOut: '20 TB' } }],
    working: '2 × 730 × 2.25 + 20,480 × 0.02',
    total: 3694.6,
  },
  {
    name: 'a Global Accelerator before any traffic',
    rows: [{ service: 'aws.global-accelerator', inputs: { premium: '0' } }],
    working: '730 × 0.025',
    total: 18.25,
  },
  {
    name: 'VPC peering: 500 GB between zones and 100 GB to another region',
    rows: [{ service: 'aws.vpc-peering', inputs: { crossZone: '500', crossRegion: '100' } }],
    working: '2 × 500 × 0.01 + 100 × 0.02',
    total: 12,
  },
  {
    name: 'a Route 53 Resolver endpoint of four addresses',
    rows: [{ service: 'aws.route53-resolver', inputs: { addresses: '4', queries: '0' } }],
    working: '4 × 730 × 0.125',
    total: 365,
  },
  {
    name: 'CloudFront on flat-rate plans: one site on Pro and two on Business',
    rows: [
      { service: 'aws.cloudfront-flat-plan', inputs: {} },
      { service: 'aws.cloudfront-flat-plan', inputs: { plan: 'business', count: '2' } },
    ],
    working: '15 + 2 × 200',
    total: 415,
  },
]
