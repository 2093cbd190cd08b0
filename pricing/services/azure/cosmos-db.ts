import { choice, dataStored, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Provisioned throughput is billed by the hour per 100 request units a second (RU/s), in each region. Autoscale pays, each hour, for the
 * highest RU/s reached, at 1.5 times the price: https://learn.microsoft.com/azure/cosmos-db/how-pricing-works
 * Prices are for one region that writes.
 */
export const cosmosDb = service({
  id: 'azure.cosmos-db',
  name: 'Azure Cosmos DB',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/cosmos-db/',
  summary: 'NoSQL database billed by request units and by what it holds, in each region.',
  keywords: ['nosql', 'document', 'mongodb', 'cassandra', 'request units', 'ru', 'key value', 'database'],
  inputs: {
    mode: choice({
      label: 'Throughput',
      help: 'Provisioned for steady load, autoscale for load that swings, serverless for little.',
      options: { provisioned: 'Provisioned', autoscale: 'Autoscale', serverless: 'Serverless' },
      default: 'provisioned',
    }),
    throughput: quantity({
      label: 'RU/s',
      help: 'Request units a second: those provisioned, or with autoscale the average of each hour’s highest.',
      unit: 'RU/s',
    }),
    requestUnits: perMonth({ label: 'Request units, serverless', help: 'Request units used a month.', unit: 'RU', default: '0' }),
    regions: quantity({ label: 'Regions', help: 'Regions that hold the data, one of which writes.', unit: 'regions', default: '1' }),
    stored: dataStored({ label: 'Stored', help: 'GB of data and indexes, held in each region.' }),
    hours: hoursPerMonth({ help: 'Hours a month that the throughput is provisioned.', minor: true }),
    analytical: dataStored({
      label: 'Analytical store',
      help: 'GB of the column copy kept for analytics.',
      default: '0',
      minor: true,
    }),
    continuousBackup: dataStored({
      label: 'Continuous backup',
      help: 'GB backed up continuously for 30 days, in each region.',
      default: '0',
      minor: true,
    }),
    extraBackups: dataStored({
      label: 'Extra periodic backups',
      help: 'GB of backup copies beyond the two that are free.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    provisioned: {
      label: 'Provisioned throughput',
      unit: '100-RU/s-hour',
      quantity: 'throughput / 100 * hours * regions',
      when: { mode: ['provisioned'] },
      rate: 'azure.cosmos-db/throughput-provisioned',
    },
    autoscale: {
      label: 'Autoscale throughput, at 1.5 times the price',
      unit: '100-RU/s-month',
      quantity: 'throughput / 100 * 1.5 * hours / hours_in_month * regions',
      when: { mode: ['autoscale'] },
      rate: 'azure.cosmos-db/throughput-autoscale',
    },
    serverless: {
      label: 'Request units',
      unit: '1M-RU',
      quantity: 'requestUnits / 1000000',
      when: { mode: ['serverless'] },
      rate: 'azure.cosmos-db/throughput-serverless',
    },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored * regions', rate: 'azure.cosmos-db/storage' },
    analytical: { label: 'Analytical store', unit: 'GB-month', quantity: 'analytical', rate: 'azure.cosmos-db/analytical-storage' },
    continuousBackup: {
      label: 'Continuous backup',
      unit: 'GB-month',
      quantity: 'continuousBackup * regions',
      rate: 'azure.cosmos-db/backup-continuous',
    },
    extraBackups: {
      label: 'Extra periodic backups',
      unit: 'GB-month',
      quantity: 'extraBackups',
      rate: 'azure.cosmos-db/backup-periodic',
    },
  },
  columns: { size: 'mode', count: 'throughput' },
})
