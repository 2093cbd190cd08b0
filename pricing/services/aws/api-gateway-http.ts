import { payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Requests are metered in steps of 512 KB. */
export const apiGatewayHttp = service({
  id: 'aws.api-gateway-http',
  name: 'API Gateway, HTTP API',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/api-gateway/pricing/',
  summary: 'Lean HTTP front door to functions and services, billed by the request.',
  keywords: ['api', 'gateway', 'http api', 'serverless', 'rest'],
  inputs: {
    requests: perMonth({ label: 'Requests', help: 'Calls a month; each one up to 512 KB counts once.', unit: 'requests' }),
    requestSize: payload({
      label: 'Data per request',
      help: 'KB of one request or its answer, the larger of both; up to 10 MB.',
      default: '1',
      max: 10_240,
      minor: true,
    }),
  },
  charges: {
    requests: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests * max(1, ceil(requestSize / 512))',
      rate: 'aws.api-gateway-http/request',
    },
  },
})
