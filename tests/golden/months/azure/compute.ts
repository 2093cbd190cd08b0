import type { Worked } from '../../kit.ts'

export const computeMonths: readonly Worked[] = [
  {
    name: 'two Standard_D2s_v5 in Virginia',
    rows: [{ service: 'azure.virtual-machines', inputs: { count: '2' } }],
    working: '2 × 730 × 0.096',
    total: 140.16,
  },
  {
    name: 'a spot machine in the Netherlands',
    rows: [{ service: 'azure.virtual-machines', region: 'westeurope', inputs: {}, purchase: [{ kind: 'spot', coverage: '100%' }] }],
    working: '730 × 0.021252',
    total: 15.51396,
  },
  {
    name: 'a scale set of three and a half machines on average, never less than two',
    rows: [
      { service: 'azure.vm-scale-set', inputs: { average: '3.5', minimum: '2' } },
      { service: 'azure.vm-scale-set', inputs: { average: '1', minimum: '2' } },
    ],
    working: '730 × 0.096 × (3.5 + 2)',
    total: 385.44,
  },
  {
    name: 'an AKS cluster with a service level and one with long-term support; a free one costs nothing',
    rows: [
      { service: 'azure.aks', inputs: {} },
      { service: 'azure.aks', inputs: { plan: 'premium-lts' } },
      { service: 'azure.aks', inputs: { plan: 'free' } },
    ],
    working: '730 × (0.1 + 0.6)',
    total: 511,
  },
  {
    name: 'Container Apps: two replicas at work for 8 h a day, one idle for the rest',
    rows: [
      {
        service: 'azure.container-apps',
        region: 'japaneast',
        inputs: {
          replicas: '2',
          activeHours: '8 h/day',
          vcpus: '0.5',
          memory: '1',
          requests: '10e6',
          idleReplicas: '1',
          idleHours: '16 h/day',
        },
      },
    ],
    working:
      '2 × 730 × 8 ÷ 24 × 3600 × (0.5 × 0.000024 + 1 × 0.000003) + 730 × 16 ÷ 24 × 3600 × (0.5 × 0.000003 + 1 × 0.000003) + 10,000,000 × 0.0000004',
    total: 38.164,
  },
  {
    name: 'a Premium registry with a second region, 600 GB and builds of 10,000 vCPU-seconds',
    rows: [{ service: 'azure.container-registry', inputs: { plan: 'premium', storage: '600', replicas: '1', buildSeconds: '10,000' } }],
    working: '2 × 730 ÷ 24 × 1.6667 + (600 − 500) × 0.1 + 10,000 × 0.0001',
    total: 112.39091666666667,
  },
  {
    name: 'functions: 10 M runs of 200 ms at 300 MB, billed as 384 MB',
    rows: [{ service: 'azure.functions', inputs: { executions: '10e6', duration: '200', memory: '300' } }],
    working: '10,000,000 × 0.0000002 + 10,000,000 × 0.2 × 0.375 × 0.000016',
    total: 14,
  },
  {
    name: 'functions that run for 20 ms at 50 MB are billed for 100 ms and 128 MB',
    rows: [{ service: 'azure.functions', inputs: { executions: '1e6', duration: '20', memory: '50' } }],
    working: '1,000,000 × 0.0000002 + 1,000,000 × 0.1 × 0.125 × 0.000016',
    total: 0.4,
  },
  {
    name: 'Flex Consumption: 1 M runs of 1.5 s on 2 GB, four at a time, and one instance always ready that works for 100 h',
    rows: [
      {
        service: 'azure.functions-flex',
        inputs: { executions: '1e6', duration: '1.5 s', concurrency: '4', alwaysReady: '1', readyHours: '100' },
      },
    ],
    working: '1,000,000 × 0.0000004 + 1,000,000 × 1.5 ÷ 4 × 2 × 0.000026 + 730 × 3600 × 2 × 0.000004 + 100 × 3600 × 2 × 0.000016',
    total: 52.444,
  },
  {
    name: 'two EP2 instances of functions',
    rows: [{ service: 'azure.functions-premium', inputs: { plan: 'ep2', count: '2' } }],
    working: '2 × 730 × (2 × 0.173 + 7 × 0.0123)',
    total: 630.866,
  },
  {
    name: 'three P1v3 instances of App Service on Linux and one on Windows',
    rows: [
      { service: 'azure.app-service', inputs: { count: '3' } },
      { service: 'azure.app-service', inputs: { os: 'windows' } },
    ],
    working: '730 × (3 × 0.155 + 0.315)',
    total: 569.4,
  },
  {
    name: 'two Standard static web apps with 300 GB of traffic; the free amount is not taken off',
    rows: [{ service: 'azure.static-web-apps', region: 'centralus', inputs: { count: '2', bandwidth: '300' } }],
    working: '2 × 9 + 300 × 0.2',
    total: 78,
  },
  {
    name: 'machine learning: four training jobs of a day on a T4',
    rows: [{ service: 'azure.machine-learning', inputs: { size: 'Standard_NC4as_T4_v3', jobs: '4', hours: '24' } }],
    working: '4 × 24 × 0.526',
    total: 50.496,
  },
  {
    name: 'a machine learning endpoint on two Standard_DS3_v2',
    rows: [{ service: 'azure.machine-learning-endpoint', inputs: { count: '2' } }],
    working: '2 × 730 × 0.293',
    total: 427.78,
  },
]
