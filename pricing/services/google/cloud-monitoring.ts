import { dataPerMonth, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Metrics of Google Cloud services are free; those of your own are charged by their bytes, or by samples with Prometheus. */
export const cloudMonitoring = service({
  id: 'google.cloud-monitoring',
  name: 'Cloud Monitoring',
  cloud: 'google',
  category: 'observability',
  source: 'https://cloud.google.com/stackdriver/pricing',
  summary: 'Metrics and alerts of a system, billed by metric data taken in and read.',
  keywords: ['metrics', 'monitoring', 'alerts', 'prometheus', 'uptime check', 'stackdriver', 'operations suite'],
  region: 'none',
  inputs: {
    ingested: dataPerMonth({ label: 'Metric data taken in', help: 'GB a month of custom and agent metrics, such as 500 MB.' }),
    apiCalls: perMonth({
      label: 'Read calls',
      help: 'API calls a month that read metrics, as outside dashboards do.',
      unit: 'calls',
      default: '0',
    }),
    prometheusSamples: perMonth({
      label: 'Prometheus samples',
      help: 'Samples a month taken in by Managed Service for Prometheus.',
      unit: 'samples',
      default: '0',
      minor: true,
    }),
    uptimeChecks: perMonth({ label: 'Uptime check runs', help: 'Runs a month of uptime checks.', unit: 'runs', default: '0', minor: true }),
  },
  charges: {
    ingested: {
      label: 'Metric data taken in',
      unit: 'MB',
      quantity: 'ingested * 1024',
      rate: 'google.cloud-monitoring/metric-ingest',
      region: 'all',
    },
    apiCalls: { label: 'Read calls', unit: 'call', quantity: 'apiCalls', rate: 'google.cloud-monitoring/api-call', region: 'global' },
    prometheusSamples: {
      label: 'Prometheus samples',
      unit: 'sample',
      quantity: 'prometheusSamples',
      rate: 'google.cloud-monitoring/prometheus-sample',
      region: 'global',
    },
    uptimeChecks: {
      label: 'Uptime check runs',
      unit: 'run',
      quantity: 'uptimeChecks',
      rate: 'google.cloud-monitoring/uptime-check-run',
      region: 'global',
    },
  },
})
