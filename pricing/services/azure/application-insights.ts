import { choice, dataPerMonth, dataStored } from '../fields.ts'
import { service } from '../service.ts'

/** The first 90 days of retention are included. */
export const applicationInsights = service({
  id: 'azure.application-insights',
  name: 'Application Insights',
  cloud: 'azure',
  category: 'observability',
  source: 'https://azure.microsoft.com/pricing/details/monitor/',
  summary: 'Traces and metrics of programs, billed by the GB taken in and kept.',
  keywords: ['apm', 'tracing', 'telemetry', 'monitoring', 'traces'],
  inputs: {
    ingested: dataPerMonth({ label: 'Data taken in', help: 'GB a month of traces, requests, exceptions and metrics.' }),
    retention: choice({
      label: 'Kept for',
      help: 'How long data is kept; 90 days are included.',
      options: {
        '90': '90 days',
        '120': '120 days',
        '180': '180 days',
        '270': '270 days',
        '365': '365 days',
        '550': '550 days',
        '730': '730 days',
      },
      default: '90',
    }),
    retained: dataStored({ label: 'Kept beyond 90 days', help: 'GB older than 90 days, as the month’s average.', default: '0' }),
  },
  charges: {
    ingested: { label: 'Data taken in', unit: 'GB', quantity: 'ingested', rate: 'azure.application-insights/data-ingest' },
    retained: {
      label: 'Kept beyond 90 days',
      unit: 'GB-month',
      quantity: 'retained',
      when: { retention: ['120', '180', '270', '365', '550', '730'] },
      rate: 'azure.application-insights/retention-{retention}-days',
    },
  },
})
