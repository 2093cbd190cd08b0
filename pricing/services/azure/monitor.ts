import { choice, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const monitor = service({
  id: 'azure.monitor',
  name: 'Azure Monitor',
  cloud: 'azure',
  category: 'observability',
  source: 'https://azure.microsoft.com/pricing/details/monitor/',
  summary: 'Alerts, custom metrics and notifications; logs are rows of their own.',
  keywords: ['monitoring', 'alerts', 'metrics', 'prometheus', 'notifications', 'alerting'],
  inputs: {
    timeSeries: quantity({
      label: 'Metric alerts',
      help: 'Time series watched by metric alerts: rules × resources × combinations of dimensions.',
      unit: 'time series',
    }),
    dynamicSeries: quantity({
      label: 'Of these, dynamic',
      help: 'Time series whose threshold is learned, which cost extra.',
      unit: 'time series',
      default: '0',
      minor: true,
    }),
    frequency: choice({
      label: 'Log alerts run every',
      help: 'How often the queries of log alerts run.',
      options: { '1min': 'Minute', '5min': '5 minutes', '10min': '10 minutes', '15min': '15 minutes or less often' },
      default: '5min',
    }),
    logAlerts: quantity({ label: 'Log alerts', help: 'Rules whose query runs that often.', unit: 'rules', default: '0' }),
    samples: perMonth({
      label: 'Metric samples',
      help: 'Samples of custom or Prometheus metrics taken in a month.',
      unit: 'samples',
      default: '0',
    }),
    emails: perMonth({ label: 'Emails', help: 'Emails a month that alerts send.', unit: 'emails', default: '0', minor: true }),
  },
  charges: {
    timeSeries: {
      label: 'Metric alerts',
      unit: 'time-series-month',
      quantity: 'timeSeries',
      rate: 'azure.monitor/metric-alert-time-series',
    },
    dynamicSeries: {
      label: 'Dynamic thresholds',
      unit: 'time-series-month',
      quantity: 'dynamicSeries',
      rate: 'azure.monitor/dynamic-threshold',
    },
    logAlerts: { label: 'Log alerts', unit: 'rule-month', quantity: 'logAlerts', rate: 'azure.monitor/log-alert-{frequency}' },
    samples: { label: 'Metric samples', unit: 'sample', quantity: 'samples', rate: 'azure.monitor/metrics-ingest' },
    emails: { label: 'Emails', unit: 'email', quantity: 'emails', rate: 'azure.monitor/email-notification' },
  },
})
