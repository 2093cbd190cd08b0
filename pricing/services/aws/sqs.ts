import { choice, payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Every action is a request; each 64 KB of its payload counts as one. A message usually takes three: sent, received, deleted. */
export const sqs = service({
  id: 'aws.sqs',
  name: 'SQS queue',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/sqs/pricing/',
  summary: 'Message queue, billed by the request.',
  keywords: ['queue', 'message', 'fifo', 'simple queue service', 'decouple'],
  inputs: {
    queue: choice({
      label: 'Queue type',
      help: 'FIFO keeps the order and delivers once; standard is cheaper and may repeat.',
      options: { standard: 'Standard', fifo: 'FIFO' },
      default: 'standard',
    }),
    requests: perMonth({
      label: 'Requests',
      help: 'Requests a month: sending, receiving and deleting each count, a batch of up to ten once.',
      unit: 'requests',
    }),
    requestSize: payload({
      label: 'Data per request',
      help: 'KB carried by one request; each 64 KB counts as a request, up to 1 MB.',
      default: '1',
      max: 1024,
      minor: true,
    }),
  },
  charges: {
    requests: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests * max(1, ceil(requestSize / 64))',
      rate: 'aws.sqs-{queue}/request',
    },
  },
  columns: { size: 'queue' },
})
