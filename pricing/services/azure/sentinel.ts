import { dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

/** What is analysed for threats is charged on top of taking it into the workspace. */
export const sentinel = service({
  id: 'azure.sentinel',
  name: 'Microsoft Sentinel',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/microsoft-sentinel/',
  summary: 'Search for threats in logs, billed by the GB analysed.',
  keywords: ['siem', 'soar', 'security', 'threat detection', 'logs'],
  inputs: {
    analysed: dataPerMonth({
      label: 'Logs analysed',
      help: 'GB of logs a month that Sentinel analyses, besides their price in Log Analytics.',
    }),
  },
  charges: {
    analysed: { label: 'Logs analysed', unit: 'GB', quantity: 'analysed', rate: 'azure.sentinel/logs-ingest' },
  },
})
