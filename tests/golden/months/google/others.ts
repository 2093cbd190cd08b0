import type { Worked } from '../../kit.ts'

export const googleOthersMonths: readonly Worked[] = [
  {
    name: 'Vertex AI: ten training jobs of two hours in Singapore',
    rows: [{ service: 'google.vertex-ai-training', region: 'asia-southeast1', inputs: { jobs: '10', hours: '2' } }],
    working: '20 × 0.30469',
    total: 6.0938,
  },
  {
    name: 'Vertex AI: two nodes that answer requests in Singapore',
    rows: [{ service: 'google.vertex-ai-prediction', region: 'asia-southeast1', inputs: { count: '2' } }],
    working: '2 × 730 × 0.27001',
    total: 394.2146,
  },
  {
    name: 'AutoML: a model trained for eight hours, served for a hundred, and two batches',
    rows: [
      {
        service: 'google.vertex-ai-automl',
        inputs: { imageTraining: '8', classification: '60', detection: '40', batch: '2', videoTraining: '1' },
      },
    ],
    working: '8 × 3.465 + 60 × 1.375 + 40 × 2.002 + 2 × 2.222 + 3.234',
    total: 197.978,
  },
  {
    name: 'Cloud Monitoring: 200 GB of metrics over two steps and 1 M calls',
    rows: [{ service: 'google.cloud-monitoring', inputs: { ingested: '200', apiCalls: '1e6' } }],
    working: '100,000 MB × 0.258 + 104,800 MB × 0.151 + 1 M × 0.00001',
    total: 41634.8,
  },
  {
    name: 'Cloud Logging: 500 GB',
    rows: [{ service: 'google.cloud-logging', inputs: { ingested: '500' } }],
    working: '500 × 0.5',
    total: 250,
  },
  {
    name: 'Secret Manager: twenty versions, 100,000 accesses and five rotations',
    rows: [{ service: 'google.secret-manager', inputs: { versions: '20', accesses: '100,000', rotations: '5' } }],
    working: '20 × 0.06 + 100,000 × 0.000003 + 5 × 0.05',
    total: 1.75,
  },
  {
    name: 'Cloud KMS: ten software keys, 1 M operations and five keys in hardware',
    rows: [{ service: 'google.cloud-kms', inputs: { softwareKeys: '10', softwareOperations: '1e6', hsmKeys: '5' } }],
    working: '10 × 0.06 + 1 M × 0.000003 + 5 × 2.5',
    total: 16.1,
  },
]
