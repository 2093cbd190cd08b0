import { choice, dataPerMonth, hoursPerMonth, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** A private API pays for its interface endpoints, which are rows of their own, and not for answers to the internet. */
export const apiGatewayRest = service({
  id: 'aws.api-gateway-rest',
  name: 'API Gateway, REST API',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/api-gateway/pricing/',
  summary: 'REST front door with keys, validation and an optional cache, billed by the call.',
  keywords: ['api', 'gateway', 'rest api', 'serverless', 'usage plan', 'cache'],
  inputs: {
    requests: perMonth({ label: 'Requests', help: 'Calls a month, those answered from the cache included.', unit: 'requests' }),
    responses: dataPerMonth({
      label: 'Answers to the internet',
      help: 'GB a month of answers sent to the internet; 0 where a Data transfer row counts them.',
      default: '0',
    }),
    cache: choice({
      label: 'Cache',
      help: 'Memory of the stage’s cache, billed by the hour; none unless you say otherwise.',
      options: {
        none: 'No cache',
        '0.5gb': '0.5 GB',
        '1.6gb': '1.6 GB',
        '6.1gb': '6.1 GB',
        '13.5gb': '13.5 GB',
        '28.4gb': '28.4 GB',
        '58.2gb': '58.2 GB',
        '118gb': '118 GB',
        '237gb': '237 GB',
      },
      default: 'none',
    }),
    cacheHours: hoursPerMonth({ label: 'Cache hours', help: 'Hours a month that the cache is on.', minor: true }),
  },
  charges: {
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'aws.api-gateway-rest/request' },
    responses: { label: 'Answers to the internet', unit: 'GB', quantity: 'responses', rate: 'aws.data-transfer/internet-egress' },
    cache: {
      label: 'Cache hours',
      unit: 'hour',
      quantity: 'cacheHours',
      when: { cache: ['0.5gb', '1.6gb', '6.1gb', '13.5gb', '28.4gb', '58.2gb', '118gb', '237gb'] },
      rate: 'aws.api-gateway-rest/cache-{cache}',
    },
  },
})
