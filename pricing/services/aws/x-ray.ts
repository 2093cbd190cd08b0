import { perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const xRay = service({
  id: 'aws.x-ray',
  name: 'X-Ray',
  cloud: 'aws',
  category: 'observability',
  source: 'https://aws.amazon.com/xray/pricing/',
  summary: 'Follows requests through a system, billed by traces recorded and read.',
  keywords: ['tracing', 'traces', 'latency', 'observability', 'distributed tracing', 'opentelemetry'],
  inputs: {
    recorded: perMonth({ label: 'Traces recorded', help: 'Traces a month after sampling, such as 5 % of all requests.', unit: 'traces' }),
    retrieved: perMonth({
      label: 'Traces read',
      help: 'Traces a month retrieved or scanned by people and dashboards.',
      unit: 'traces',
      default: '0',
    }),
    insights: perMonth({
      label: 'Traces in insights',
      help: 'Traces a month stored for insights.',
      unit: 'traces',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    recorded: { label: 'Traces recorded', unit: 'trace', quantity: 'recorded', rate: 'aws.x-ray/trace-recorded' },
    retrieved: { label: 'Traces read', unit: 'trace', quantity: 'retrieved', rate: 'aws.x-ray/trace-retrieved' },
    insights: { label: 'Traces in insights', unit: 'trace', quantity: 'insights', rate: 'aws.x-ray/trace-insights' },
  },
})
