import type { Worked } from '../../kit.ts'

export const networkMonths: readonly Worked[] = [
  {
    name: 'an Application Load Balancer whose connections fill four capacity units',
    rows: [{ service: 'aws.application-load-balancer', inputs: { newConnections: '100', activeConnections: '6,000', processed: '730' } }],
    working: '730 × 0.0225 + 730 × max(100/25, 6,000/3,000, 1) × 0.008',
    total: 39.785,
  },
  {
    name: 'the same behind functions: their data fills two and a half times as much',
    rows: [
      {
        service: 'aws.application-load-balancer',
        inputs: { newConnections: '0', activeConnections: '0', processed: '0', processedFunctions: '730' },
      },
    ],
    working: '730 × 0.0225 + 730/0.4 × 0.008',
    total: 31.025,
  },
  {
    name: 'a Network Load Balancer of TCP, and one that ends TLS',
    rows: [
      { service: 'aws.network-load-balancer', inputs: { newConnections: '1,600', activeConnections: '0', processed: '0' } },
      {
        service: 'aws.network-load-balancer',
        inputs: { protocol: 'tls', newConnections: '1,600', activeConnections: '0', processed: '0' },
      },
    ],
    working: '2 × 730 × 0.0225 + 730 × (1,600/800 + 1,600/50) × 0.006',
    total: 181.77,
  },
  {
    name: 'two NAT gateways and 1 TB',
    rows: [{ service: 'aws.nat-gateway', inputs: { count: '2', processed: '1 TB' } }],
    working: '2 × 730 × 0.045 + 1,024 × 0.045',
    total: 111.78,
  },
  {
    name: 'CloudFront: 20 TB to North America, before the free allowances',
    rows: [{ service: 'aws.cloudfront', inputs: { egress: '20 TB', httpsRequests: '10e6', invalidations: '1,500' } }],
    working: '10,240 × 0.085 + 10,240 × 0.080 + 10 M × 0.000001 + 1,500 × 0.005',
    total: 1707.1,
  },
  {
    name: 'data transfer: 60 TB out, 100 GB between zones, 500 GB to another region',
    rows: [{ service: 'aws.data-transfer', inputs: { internet: '60 TB', crossZone: '100', crossRegion: '500' } }],
    working: '10,240 × 0.09 + 40,960 × 0.085 + 10,240 × 0.07 + 2 × 100 × 0.01 + 500 × 0.02',
    total: 5132,
  },
  {
    name: 'Route 53: three zones and 1.5 billion queries',
    rows: [{ service: 'aws.route53', inputs: { zones: '3', standardQueries: '1.5e9', latencyQueries: '10e6' } }],
    working: '3 × 0.5 + 1e9 × 0.0000004 + 0.5e9 × 0.0000002 + 10 M × 0.0000006',
    total: 507.5,
  },
  {
    name: 'three addresses in use and one idle',
    rows: [{ service: 'aws.public-ipv4', inputs: { count: '3', idle: '1' } }],
    working: '4 × 730 × 0.005',
    total: 14.6,
  },
  {
    name: 'CloudWatch: 12,000 metrics over two steps, logs, alarms and dashboards',
    rows: [
      {
        service: 'aws.cloudwatch',
        inputs: {
          metrics: '12,000',
          logsIngested: '100',
          logsStored: '200',
          alarms: '20',
          highResolutionAlarms: '5',
          dashboards: '3',
          insightsScanned: '1,000',
        },
      },
    ],
    working: '10,000 × 0.30 + 2,000 × 0.10 + 100 × 0.5 + 200 × 0.03 + 20 × 0.1 + 5 × 0.3 + 3 × 3 + 1,000 × 0.005',
    total: 3273.5,
  },
  {
    name: 'CloudWatch in Ireland: 12 TB of vended logs, whose price has another name there',
    rows: [
      {
        service: 'aws.cloudwatch',
        region: 'eu-west-1',
        inputs: { metrics: '0', logsIngested: '10', logsStored: '0', vendedLogs: '12 TB' },
      },
    ],
    working: '10 × 0.57 + 10,240 × 0.57 + 2,048 × 0.285',
    total: 6426.18,
  },
  {
    name: 'Secrets Manager: ten secrets and 100,000 requests',
    rows: [{ service: 'aws.secrets-manager', inputs: { secrets: '10', requests: '100,000' } }],
    working: '10 × 0.4 + 100,000 × 0.000005',
    total: 4.5,
  },
]
