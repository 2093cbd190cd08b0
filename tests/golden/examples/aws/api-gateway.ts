import { graded, type Example } from '../../kit.ts'

const page = 'https://aws.amazon.com/api-gateway/pricing/'

export const apiGatewayExamples: readonly Example[] = [
  {
    name: 'HTTP API: 432 million calls over two steps',
    source: `${page} HTTP APIs, example 1`,
    rows: [{ service: 'aws.api-gateway-http', inputs: { requests: '432e6' } }],
    prices: { 'aws.api-gateway-http/request': graded([300e6, 1 / 1e6], [Infinity, 0.9 / 1e6]) },
    total: 418.8,
  },
  {
    name: 'REST API: 5 million calls with answers of 3 KB',
    source: `${page} REST APIs, example 1`,
    rows: [{ service: 'aws.api-gateway-rest', inputs: { requests: '5,000,000', responses: '=5000000 * 3 KB' } }],
    prices: { 'aws.api-gateway-rest/request': 3.5 / 1e6, 'aws.data-transfer/internet-egress': 0.09 },
    total: 18.79,
  },
  {
    name: 'private REST API: 5 million calls through an interface endpoint, 3.3 KB each, in a month of 720 hours',
    source: `${page} private APIs example`,
    monthHours: 720,
    rows: [
      { service: 'aws.api-gateway-rest', inputs: { requests: '5,000,000' } },
      { service: 'aws.vpc-endpoint', inputs: { processed: '=5000000 * 3.3 KB' } },
    ],
    prices: {
      'aws.api-gateway-rest/request': 3.5 / 1e6,
      'aws.vpc-endpoint/interface-hour': 0.01,
      'aws.vpc-endpoint/interface-data-processed': 0.01,
    },
    total: 24.86,
  },
]
