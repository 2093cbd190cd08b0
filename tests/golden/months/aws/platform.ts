import type { Worked } from '../../kit.ts'

export const platformMonths: readonly Worked[] = [
  {
    name: 'App Runner in Singapore: two instances of 1 vCPU and 2 GB, active eight hours a day',
    rows: [{ service: 'aws.app-runner', region: 'ap-southeast-1', inputs: { instances: '2', activeHours: '8 h/day' } }],
    working: '2 × 2 × 730 × 0.00885 + 2 × 730/3 × 0.0809',
    total: 65.21333333333334,
  },
  {
    name: 'ECR: 200 GB of images and 50 GB copied to another region',
    rows: [{ service: 'aws.ecr', inputs: { stored: '200', crossRegion: '50' } }],
    working: '200 × 0.1 + 50 × 0.02',
    total: 21,
  },
  {
    name: 'S3 management: 10 million objects listed weekly, 2 million analysed, 5 million tags',
    rows: [{ service: 'aws.s3-management', inputs: { inventory: '40e6', analysed: '2e6', tags: '5e6' } }],
    working: '40 M × 0.0000000025 + 2 M × 0.0000001 + 5 M × 0.00000065',
    total: 3.55,
  },
  {
    name: 'EFS in Singapore with elastic throughput: 1,000 GB rarely read',
    rows: [{ service: 'aws.efs', region: 'ap-southeast-1', inputs: { mode: 'elastic', stored: '0', infrequent: '1,000' } }],
    working: '1,000 × 0.02',
    total: 20,
  },
  {
    name: 'KMS: five keys, 3 million requests, 100,000 of them asymmetric',
    rows: [{ service: 'aws.kms', inputs: { keys: '5', requests: '2.9e6', asymmetricRequests: '100,000' } }],
    working: '5 × 1 + 2.9 M × 0.000003 + 100,000 × 0.000015',
    total: 15.2,
  },
  {
    name: 'WAF: one list of ten rules and 100 million requests',
    rows: [{ service: 'aws.waf', inputs: { rules: '10', requests: '100e6' } }],
    working: '5 + 10 × 1 + 100 M × 0.0000006',
    total: 75,
  },
  {
    name: 'Parameter Store: 10 million requests at higher throughput',
    rows: [{ service: 'aws.ssm-parameter-store', inputs: { requests: '10e6' } }],
    working: '10 M × 0.000005',
    total: 50,
  },
  {
    name: 'CloudTrail: 50 million data events, a second trail and Insights',
    rows: [{ service: 'aws.cloudtrail', inputs: { dataEvents: '50e6', extraCopies: '1e6', insights: '2e6' } }],
    working: '50 M × 0.000001 + 1 M × 0.00002 + 2 M × 0.0000035',
    total: 77,
  },
  {
    name: 'CloudWatch: masked and watched logs, containers, browsers and the internet',
    rows: [
      {
        service: 'aws.cloudwatch',
        inputs: {
          metrics: '0',
          logsIngested: '0',
          logsStored: '0',
          vendedInfrequent: '12 TB',
          protectedLogs: '100',
          liveTail: '500',
          containerMetrics: '100',
          rumEvents: '1e6',
          watchedResources: '2',
        },
      },
    ],
    working: '10,240 × 0.25 + 2,048 × 0.15 + 100 × 0.12 + 500 × 0.01 + 100 × 0.07 + 1 M × 0.00001 + 2 × 730 × 0.01',
    total: 2915.8,
  },
  {
    name: 'CloudWatch in Ireland: four rules of Contributor Insights',
    rows: [
      {
        service: 'aws.cloudwatch',
        region: 'eu-west-1',
        inputs: { metrics: '0', logsIngested: '0', logsStored: '0', contributorRules: '4' },
      },
    ],
    working: '4 × 0.5',
    total: 2,
  },
]
