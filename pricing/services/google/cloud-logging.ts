import { dataPerMonth, dataStored } from '../fields.ts'
import { service } from '../service.ts'

/** The price of taking logs in holds the first 30 days of keeping them. */
export const cloudLogging = service({
  id: 'google.cloud-logging',
  name: 'Cloud Logging',
  cloud: 'google',
  category: 'observability',
  source: 'https://cloud.google.com/stackdriver/pricing',
  summary: 'Logs of a system, billed by every GB taken in and by what is kept beyond 30 days.',
  keywords: ['logs', 'log analytics', 'stackdriver', 'operations suite', 'audit'],
  region: 'none',
  inputs: {
    ingested: dataPerMonth({ label: 'Logs taken in', help: 'GB of logs a month that go into buckets, after exclusions.' }),
    retained: dataStored({ label: 'Kept beyond 30 days', help: 'GB of logs older than 30 days, as the month’s average.', default: '0' }),
    vended: dataPerMonth({
      label: 'Network logs',
      help: 'GB a month of network logs, such as VPC flow logs, kept in a bucket.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    ingested: { label: 'Logs taken in', unit: 'GB', quantity: 'ingested', rate: 'google.cloud-logging/ingest', region: 'global' },
    retained: {
      label: 'Kept beyond 30 days',
      unit: 'GB-month',
      quantity: 'retained',
      rate: 'google.cloud-logging/retention',
      region: 'global',
    },
    vended: { label: 'Network logs', unit: 'GB', quantity: 'vended', rate: 'google.cloud-logging/vended-ingest', region: 'global' },
  },
})
