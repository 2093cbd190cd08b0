import { perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const cloudTrace = service({
  id: 'google.cloud-trace',
  name: 'Cloud Trace',
  cloud: 'google',
  category: 'observability',
  source: 'https://cloud.google.com/stackdriver/pricing',
  summary: 'Traces of requests through a system, billed by the spans taken in.',
  keywords: ['tracing', 'spans', 'latency', 'opentelemetry', 'operations suite'],
  region: 'none',
  inputs: {
    spans: perMonth({ label: 'Spans', help: 'Spans a month taken in, besides those that services write by themselves.', unit: 'spans' }),
  },
  charges: {
    spans: { label: 'Spans', unit: 'span', quantity: 'spans', rate: 'google.cloud-trace/span', region: 'global' },
  },
})
