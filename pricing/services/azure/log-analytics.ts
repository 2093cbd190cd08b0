import { choice, dataPerMonth, dataStored, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * The first 31 days of retention are included. A commitment of 100 GB a day is paid for every day, and what comes in above it at the same
 * price a GB: https://learn.microsoft.com/azure/azure-monitor/logs/cost-logs
 */
export const logAnalytics = service({
  id: 'azure.log-analytics',
  name: 'Azure Log Analytics',
  cloud: 'azure',
  category: 'observability',
  source: 'https://azure.microsoft.com/pricing/details/monitor/',
  summary: 'Logs of a system, billed by the GB taken in, kept and searched.',
  keywords: ['logs', 'log analytics', 'workspace', 'monitoring', 'kusto', 'retention'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Pay as you go, or a commitment that pays off from about 85 GB a day.',
      options: { payg: 'Pay as you go', commitment: 'Commitment of 100 GB a day' },
      default: 'payg',
    }),
    ingested: dataPerMonth({ label: 'Logs taken in', help: 'GB a month of analytics logs.' }),
    retained: dataStored({ label: 'Logs kept', help: 'GB kept beyond the 31 days included, as the month’s average.' }),
    basicLogs: dataPerMonth({
      label: 'Basic logs taken in',
      help: 'GB a month of basic logs, which are cheap to take in and charged when searched.',
      default: '0',
    }),
    searched: dataPerMonth({
      label: 'Basic logs searched',
      help: 'GB a month that queries of basic logs read.',
      default: '0',
      minor: true,
    }),
    archived: dataStored({ label: 'Logs archived', help: 'GB in long-term retention.', default: '0', minor: true }),
    searchJobs: dataPerMonth({ label: 'Search jobs', help: 'GB a month that search jobs read.', default: '0', minor: true }),
    restored: quantity({
      label: 'Restored',
      help: 'GB brought back from the archive × days they are kept ready.',
      unit: 'GB-days',
      default: '0',
      minor: true,
    }),
    exported: dataPerMonth({ label: 'Exported', help: 'GB a month sent on to storage or event hubs.', default: '0', minor: true }),
  },
  derived: {
    committedDays: 'max(hours_in_month / 24, ingested / 100)',
  },
  charges: {
    ingested: {
      label: 'Logs taken in',
      unit: 'GB',
      quantity: 'ingested',
      when: { plan: ['payg'] },
      rate: 'azure.monitor/logs-ingest',
    },
    committed: {
      label: 'Logs taken in, by commitment',
      unit: '100GB-day',
      quantity: 'committedDays',
      when: { plan: ['commitment'] },
      rate: 'azure.monitor/logs-commitment-100gb-day',
    },
    retained: { label: 'Logs kept', unit: 'GB-month', quantity: 'retained', rate: 'azure.monitor/logs-retention' },
    basicLogs: { label: 'Basic logs taken in', unit: 'GB', quantity: 'basicLogs', rate: 'azure.monitor/logs-ingest-basic' },
    searched: { label: 'Basic logs searched', unit: 'GB', quantity: 'searched', rate: 'azure.monitor/logs-query-basic' },
    archived: { label: 'Logs archived', unit: 'GB-month', quantity: 'archived', rate: 'azure.monitor/logs-archive' },
    searchJobs: { label: 'Search jobs', unit: 'GB', quantity: 'searchJobs', rate: 'azure.monitor/logs-search-job' },
    restored: { label: 'Restored', unit: 'GB-day', quantity: 'restored', rate: 'azure.monitor/logs-restore' },
    exported: { label: 'Exported', unit: 'GB', quantity: 'exported', rate: 'azure.monitor/logs-export' },
  },
  columns: { size: 'plan' },
})
