import type { Worked } from '../../kit.ts'

export const integrationMonths: readonly Worked[] = [
  {
    name: 'HTTP API: 400 million calls of 600 KB count twice',
    rows: [{ service: 'aws.api-gateway-http', inputs: { requests: '400e6', requestSize: '600' } }],
    working: '300 M × 0.000001 + 500 M × 0.0000009',
    total: 750,
  },
  {
    name: 'REST API: 500 million calls and 100 GB of answers',
    rows: [{ service: 'aws.api-gateway-rest', inputs: { requests: '500e6', responses: '100' } }],
    working: '333 M × 0.0000035 + 167 M × 0.0000028 + 100 × 0.09',
    total: 1642.1,
  },
  {
    name: 'WebSocket API: 1,000 clients all month and 100 million messages of 40 KB',
    rows: [{ service: 'aws.api-gateway-websocket', inputs: { messages: '100e6', messageSize: '40', connections: '1,000' } }],
    working: '200 M × 0.000001 + 1,000 × 730 × 60 × 0.00000025',
    total: 210.95,
  },
  {
    name: 'AppSync: 5 million queries',
    rows: [{ service: 'aws.appsync', inputs: { queries: '5e6' } }],
    working: '5 M × 0.000004',
    total: 20,
  },
  {
    name: 'Step Functions: 100,000 standard workflows of 12 steps',
    rows: [{ service: 'aws.step-functions-standard', inputs: { executions: '100,000', transitions: '12' } }],
    working: '100,000 × 12 × 0.000025',
    total: 30,
  },
  {
    name: 'Step Functions: 40 million express workflows of 930 ms and 100 MB, over two steps of GB-hours',
    rows: [{ service: 'aws.step-functions-express', inputs: { executions: '40e6', duration: '930', memory: '100' } }],
    working: '40 M × 0.000001 + 40 M × 1 s × 0.125 GB / 3,600 s: 1,000 × 0.060012 + 388.8… × 0.029988',
    total: 111.674,
  },
  {
    name: 'SQS: 100 million requests to a standard queue, 10 million of 100 KB to a FIFO queue',
    rows: [
      { service: 'aws.sqs', inputs: { requests: '100e6' } },
      { service: 'aws.sqs', inputs: { queue: 'fifo', requests: '10e6', requestSize: '100' } },
    ],
    working: '100 M × 0.0000004 + 20 M × 0.0000005',
    total: 50,
  },
  {
    name: 'SNS: 10 million messages to a queue, 2 million calls and 50,000 emails',
    rows: [{ service: 'aws.sns', inputs: { published: '10e6', queues: '10e6', http: '2e6', email: '50,000' } }],
    working: '10 M × 0.0000005 + 10 M × 0 + 2 M × 0.0000006 + 50,000 × 0.00002',
    total: 7.2,
  },
  {
    name: 'EventBridge: 20 million events, some archived and some sent again',
    rows: [
      {
        service: 'aws.eventbridge',
        inputs: {
          events: '20e6',
          crossAccount: '5e6',
          destinations: '1e6',
          archived: '40',
          archiveStored: '200',
          replayed: '1e6',
          discovered: '2e6',
          partnerEvents: '1e6',
        },
      },
    ],
    working: '20 + 5 M × 0.00000005 + 0.2 + 40 × 0.1 + 200 × 0.023 + 1 + 2 M × 0.0000001 + 1',
    total: 31.25,
  },
  {
    name: 'EventBridge Scheduler: 1,000 schedules once an hour',
    rows: [{ service: 'aws.eventbridge-scheduler', inputs: { schedules: '1,000', invocations: '1/h' } }],
    working: '1,000 × 730 × 0.000001',
    total: 0.73,
  },
  {
    name: 'EventBridge Pipes: 30 million batches of 80 KB',
    rows: [{ service: 'aws.eventbridge-pipes', inputs: { requests: '30e6', requestSize: '80' } }],
    working: '60 M × 0.0000004',
    total: 24,
  },
  { name: 'SES: 250,000 emails', rows: [{ service: 'aws.ses', inputs: { emails: '250,000' } }], working: '250,000 × 0.0001', total: 25 },
  {
    name: 'Kinesis: ten shards, 1 billion records of 30 KB, data kept for longer and a consumer of its own',
    rows: [
      {
        service: 'aws.kinesis',
        inputs: { shards: '10', records: '1e9', recordSize: '30', extendedHours: '24 h/day', consumers: '1', consumerRead: '1,000' },
      },
    ],
    working: '10 × 730 × 0.015 + 2,000 M × 0.000000014 + 10 × 730 × 0.020 + 10 × 730 × 0.015 + 1,000 × 0.013',
    total: 406,
  },
  {
    name: 'Kinesis on demand: one stream, 500 GB in and 1,500 GB out',
    rows: [{ service: 'aws.kinesis-on-demand', inputs: { dataIn: '500', dataOut: '1,500' } }],
    working: '730 × 0.04 + 500 × 0.08 + 1,500 × 0.04',
    total: 129.2,
  },
  {
    name: 'Firehose in London: 104,857,600 records of 7 KB count as 10 KB each',
    rows: [{ service: 'aws.firehose', region: 'eu-west-2', inputs: { records: '104,857,600', recordSize: '7' } }],
    working: '1,000 GB × 0.035',
    total: 35,
  },
  {
    name: 'MSK: three kafka.m5.large with 500 GB each',
    rows: [{ service: 'aws.msk', inputs: { size: 'kafka.m5.large', storage: '500' } }],
    working: '3 × 730 × 0.21 + 1,500 × 0.1',
    total: 609.9,
  },
  {
    name: 'MSK Serverless in Singapore: a cluster of 50 partitions',
    rows: [{ service: 'aws.msk-serverless', region: 'ap-southeast-1', inputs: { partitions: '50' } }],
    working: '730 × 0.9375 + 730 × 50 × 0.001875',
    total: 752.8125,
  },
]
