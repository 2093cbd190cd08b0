import { payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Requests are what is left after filtering, metered in steps of 64 KB. */
export const eventbridgePipes = service({
  id: 'aws.eventbridge-pipes',
  name: 'EventBridge Pipes',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/eventbridge/pricing/',
  summary: 'Connects a queue or stream to a target with filtering and enrichment, billed by the request.',
  keywords: ['pipe', 'stream', 'queue', 'point to point', 'filter', 'enrichment'],
  inputs: {
    requests: perMonth({
      label: 'Requests',
      help: 'Requests a month that enter the pipe after filtering; a batch counts once.',
      unit: 'requests',
    }),
    requestSize: payload({
      label: 'Data per request',
      help: 'KB of one request or batch; each 64 KB counts as a request.',
      default: '1',
      max: 10_240,
      minor: true,
    }),
  },
  charges: {
    requests: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests * max(1, ceil(requestSize / 64))',
      rate: 'aws.eventbridge/pipe-request',
    },
  },
})
