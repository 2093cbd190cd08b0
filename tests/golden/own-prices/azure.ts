import type { OwnPrices } from './types.ts'

export const azureOwnPrices: readonly OwnPrices[] = [
  {
    name: 'Container Instances: ten groups of 2 vCPUs and 4 GB for 2 h a day',
    rows: [{ service: 'azure.container-instances', inputs: { count: '10', hours: '2 h/day', vcpus: '2', memory: '4' } }],
    prices: { 'azure.container-instances/vcpu': 0.048, 'azure.container-instances/memory': 0.0048 },
    working: '10 × 730 ÷ 12 × (2 × 0.048 + 4 × 0.0048)',
    total: 70.08,
  },
  {
    name: 'Container Apps: a dedicated plan of 8 vCPUs and 32 GB',
    rows: [
      {
        service: 'azure.container-apps',
        inputs: { replicas: '0', requests: '0', dedicatedPlans: '1', dedicatedVcpus: '8', dedicatedMemory: '32' },
      },
    ],
    prices: {
      'azure.container-apps-dedicated/plan': 0.1,
      'azure.container-apps-dedicated/vcpu': 0.06,
      'azure.container-apps-dedicated/memory': 0.005,
    },
    working: '730 × (0.1 + 8 × 0.06 + 32 × 0.005)',
    total: 540.2,
  },
  {
    name: 'Data Lake: 1,000 GB with an index, written, read and listed',
    rows: [
      {
        service: 'azure.data-lake',
        inputs: { stored: '1,000', writes: '1e6', reads: '2e6', retrieved: '0', iterative: '1,000', others: '10,000', index: '5' },
      },
    ],
    prices: {
      'azure.blob-hot-lrs/storage': 0.02,
      'azure.data-lake-hot-lrs/request-write': 0.000007,
      'azure.data-lake-hot-lrs/request-read': 0.0000006,
      'azure.data-lake-hot-lrs/request-iterative': 0.000007,
      'azure.data-lake-hot-lrs/request-other': 0.0000006,
      'azure.data-lake-hot-lrs/index': 0.03,
    },
    working: '1,000 × 0.02 + 1,001,000 × 0.000007 + 2,010,000 × 0.0000006 + 5 × 0.03',
    total: 28.363,
  },
  {
    name: 'Backup: three machines of 40 GB pay half a fee, two of 600 GB two fees each',
    rows: [
      { service: 'azure.backup', inputs: { instances: '3', instanceSize: '40', stored: '200' } },
      { service: 'azure.backup', inputs: { instances: '2', instanceSize: '600', stored: '1,000', redundancy: 'lrs' } },
    ],
    prices: { 'azure.backup/protected-instance': 10, 'azure.backup/storage-grs': 0.05, 'azure.backup/storage-lrs': 0.02 },
    working: '(3 × 0.5 + 2 × 2) × 10 + 200 × 0.05 + 1,000 × 0.02',
    total: 85,
  },
  {
    name: 'OpenAI: 50 M tokens in, 20 M of them cached, 5 M out; and 15 provisioned units for 100 h',
    rows: [
      {
        service: 'azure.openai',
        inputs: { tokensIn: '30', tokensCached: '20', tokensOut: '5', provisionedUnits: '15', hours: '100' },
      },
    ],
    prices: {
      'azure.openai/token-input': 2.5,
      'azure.openai/token-input-cached': 1.25,
      'azure.openai/token-output': 10,
      'azure.openai/provisioned-unit': 1,
    },
    working: '30 × 2.5 + 20 × 1.25 + 5 × 10 + 15 × 100 × 1',
    total: 1650,
  },
  {
    name: 'an elastic pool of 8 vCores of Business Critical with its licence and 100 GB',
    rows: [{ service: 'azure.sql-elastic-pool', inputs: { serviceTier: 'bc', size: 'gen5-8', storage: '100' } }],
    prices: {
      'azure.sql-elastic-pool/bc-gen5-8': 2.5,
      'azure.sql-database/licence-bc': 0.4,
      'azure.sql-database/storage-bc': 0.25,
    },
    working: '730 × (2.5 + 8 × 0.4) + 100 × 0.25',
    total: 4186,
  },
  {
    name: 'Synapse: a pool of 500 DWU for 200 h with 1,000 GB, and 100 vCore-hours of Spark',
    rows: [
      {
        service: 'azure.synapse',
        inputs: { scanned: '0', dwus: '500', poolHours: '200', poolStorage: '1,000', sparkHours: '100' },
      },
    ],
    prices: { 'azure.synapse/dedicated-100-dwu': 1.2, 'azure.synapse/storage': 0.12, 'azure.synapse/spark-vcore': 0.15 },
    working: '5 × 200 × 1.2 + 1,000 × 0.12 + 100 × 0.15',
    total: 1335,
  },
  {
    name: 'Logic Apps by consumption: actions and connector calls',
    rows: [
      {
        service: 'azure.logic-apps',
        inputs: { plan: 'consumption', actions: '1e6', standardCalls: '100,000', enterpriseCalls: '1,000' },
      },
    ],
    prices: {
      'azure.logic-apps-consumption/action': 0.000025,
      'azure.logic-apps-consumption/connector-standard': 0.000125,
      'azure.logic-apps-consumption/connector-enterprise': 0.001,
    },
    working: '25 + 12.5 + 1',
    total: 38.5,
  },
]
