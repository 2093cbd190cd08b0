import type { OwnPrices } from './types.ts'

export const awsOwnPrices: readonly OwnPrices[] = [
  {
    name: 'an EMR cluster of three m5.xlarge for 60 hours: the instances and the surcharge',
    rows: [{ service: 'aws.emr', inputs: { hours: '60' } }],
    machines: { 'm5.xlarge': { onDemand: 0.2 } },
    prices: { 'aws.emr/m5.xlarge': 0.05 },
    working: '3 × 60 × (0.2 + 0.05)',
    total: 45,
  },
  {
    name: 'a serverless cache of 10 GB: 3 million requests of 2 KB, 1 million of half a KB that count as 1',
    rows: [
      { service: 'aws.elasticache-serverless', inputs: { stored: '10', requests: '3e6', requestSize: '2', snapshots: '5' } },
      { service: 'aws.elasticache-serverless', inputs: { stored: '0', requests: '1e6', requestSize: '0.5' } },
    ],
    prices: {
      'aws.elasticache-serverless/valkey-gb-hour': 0.1,
      'aws.elasticache-serverless/valkey-ecpu': 0.000002,
      'aws.elasticache/backup': 0.08,
    },
    working: '10 × 730 × 0.1 + (6 M + 1 M) × 0.000002 + 5 × 0.08',
    total: 744.4,
  },
  {
    name: 'a search without nodes: two units for indexing, three for searching, 200 GB',
    rows: [{ service: 'aws.opensearch-serverless', inputs: { indexing: '2', searching: '3', storage: '200' } }],
    prices: {
      'aws.opensearch-serverless/indexing-ocu-hour': 0.25,
      'aws.opensearch-serverless/search-ocu-hour': 0.2,
      'aws.opensearch-serverless/storage': 0.02,
    },
    working: '730 × (2 × 0.25 + 3 × 0.2) + 200 × 0.02',
    total: 807,
  },
  {
    name: 'a serverless model: 1 M predictions of 200 ms on 2 GB, one copy warm for 100 hours that answers 100,000 more',
    rows: [
      {
        service: 'aws.sagemaker-serverless',
        inputs: {
          requests: '1e6',
          duration: '200',
          data: '10',
          provisioned: '1',
          provisionedHours: '100',
          provisionedRequests: '100,000',
        },
      },
    ],
    prices: {
      'aws.sagemaker-serverless/duration': 0.00002,
      'aws.sagemaker-serverless/data-processed': 0.016,
      'aws.sagemaker-serverless/provisioned-concurrency': 0.00001,
      'aws.sagemaker-serverless/provisioned-duration': 0.000015,
    },
    working: '400,000 × 0.00002 + 10 × 0.016 + 720,000 × 0.00001 + 40,000 × 0.000015',
    total: 15.96,
  },
  {
    name: 'a user pool on Plus: 20,000 people, 500 of them federated',
    rows: [{ service: 'aws.cognito', inputs: { plan: 'plus', activeUsers: '20,000', federated: '500', machineRequests: '1,000' } }],
    prices: { 'aws.cognito/user-plus': 0.02, 'aws.cognito/federated-user-plus': 0.015, 'aws.cognito/machine-token': 0.001 },
    working: '20,000 × 0.02 + 500 × 0.015 + 1,000 × 0.001',
    total: 408.5,
  },
  {
    name: 'traces: 2 million recorded, 5 million read',
    rows: [{ service: 'aws.x-ray', inputs: { recorded: '2e6', retrieved: '5e6', insights: '1e6' } }],
    prices: { 'aws.x-ray/trace-recorded': 0.000005, 'aws.x-ray/trace-retrieved': 0.0000005, 'aws.x-ray/trace-insights': 0.000001 },
    working: '2 M × 0.000005 + 5 M × 0.0000005 + 1 M × 0.000001',
    total: 13.5,
  },
  {
    name: 'Windows shares in two zones, and Lustre, whose throughput comes with its storage',
    rows: [
      { service: 'aws.fsx', inputs: { deployment: 'multi-az', ssd: '1,000', throughput: '32', iops: '1,000', backup: '500' } },
      { service: 'aws.fsx', inputs: { kind: 'lustre', ssd: '1,200', hdd: '6,000', throughput: '100' } },
    ],
    prices: {
      'aws.fsx-windows/ssd-multi-az': 0.2,
      'aws.fsx-windows/throughput-multi-az': 4,
      'aws.fsx-windows/iops-multi-az': 0.02,
      'aws.fsx-windows/backup': 0.05,
      'aws.fsx-lustre/ssd': 0.15,
      'aws.fsx-lustre/hdd': 0.03,
    },
    working: '1,000 × 0.2 + 32 × 4 + 1,000 × 0.02 + 500 × 0.05 + 1,200 × 0.15 + 6,000 × 0.03',
    total: 733,
  },
  {
    name: 'backups of file systems, partly cold, 100 GB restored and 50 GB copied away',
    rows: [{ service: 'aws.backup', inputs: { resource: 'efs', warm: '500', cold: '2,000', restored: '100', copied: '50' } }],
    prices: {
      'aws.backup/warm-efs': 0.05,
      'aws.backup/cold-efs': 0.01,
      'aws.backup/restore-efs': 0.02,
      'aws.backup/cross-region-copy': 0.04,
    },
    working: '500 × 0.05 + 2,000 × 0.01 + 100 × 0.02 + 50 × 0.04',
    total: 49,
  },
  {
    name: 'an unpriced part beside priced ones: a REST cache of 0.5 GB, a global table, a resolver that answers',
    rows: [
      { service: 'aws.api-gateway-rest', inputs: { requests: '0', cache: '0.5gb' } },
      { service: 'aws.dynamodb', inputs: { stored: '0', reads: '0', writes: '1e6', replicas: '2', exported: '10' } },
      { service: 'aws.route53-resolver', inputs: { addresses: '0', queries: '10e6' } },
    ],
    prices: {
      'aws.api-gateway-rest/cache-0.5gb': 0.02,
      'aws.dynamodb/write-request-unit': 0.000001,
      'aws.dynamodb/replicated-write-request-unit': 0.000002,
      'aws.dynamodb/export': 0.1,
      'aws.route53-resolver/query': 0.0000004,
    },
    working: '730 × 0.02 + 1 M × 0.000001 + 2 M × 0.000002 + 10 × 0.1 + 10 M × 0.0000004',
    total: 24.6,
  },
]
