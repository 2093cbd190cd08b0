import { dataPerMonth, dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Serverless queries are billed by the TB they read; a dedicated pool by its hundreds of data warehouse units (DWU), Spark by the vCore. */
export const synapse = service({
  id: 'azure.synapse',
  name: 'Azure Synapse Analytics',
  cloud: 'azure',
  category: 'analytics',
  source: 'https://azure.microsoft.com/pricing/details/synapse-analytics/',
  summary: 'Queries over a data lake, dedicated warehouses and Spark pools.',
  keywords: ['warehouse', 'sql pool', 'dwu', 'spark', 'data lake', 'analytics'],
  inputs: {
    scanned: dataPerMonth({ label: 'Read by serverless queries', help: 'GB a month that serverless SQL queries read.' }),
    dwus: quantity({
      label: 'Dedicated pool',
      help: 'Data warehouse units of the dedicated pool, such as 500 for DW500c; 0 without one.',
      unit: 'DWU',
      default: '0',
    }),
    poolHours: hoursOfUse({
      label: 'Hours of the pool',
      help: 'Hours a month that the pool is not paused.',
      default: '24 h/day',
      minor: true,
    }),
    poolStorage: dataStored({ label: 'Storage of the pool', help: 'GB held in the dedicated pool.', default: '0' }),
    sparkHours: quantity({
      label: 'Spark',
      help: 'Hours × vCores a month of Spark pools.',
      unit: 'vCore-hours',
      default: '0',
    }),
  },
  charges: {
    scanned: { label: 'Read by serverless queries', unit: 'TB', quantity: 'scanned / 1024', rate: 'azure.synapse/serverless-sql' },
    pool: { label: 'Dedicated pool', unit: '100-DWU-hour', quantity: 'dwus / 100 * poolHours', rate: 'azure.synapse/dedicated-100-dwu' },
    poolStorage: { label: 'Storage of the pool', unit: 'GB-month', quantity: 'poolStorage', rate: 'azure.synapse/storage' },
    spark: { label: 'Spark', unit: 'vCore-hour', quantity: 'sparkHours', rate: 'azure.synapse/spark-vcore' },
  },
})
