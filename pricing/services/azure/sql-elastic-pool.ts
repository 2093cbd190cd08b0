import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'
import { databaseVcores, gen5Sizes, licenceCharges, licences, vcoresBySize } from './vcores.ts'

/** A pool’s compute is shared by its databases: https://learn.microsoft.com/azure/azure-sql/database/elastic-pool-overview */
export const sqlElasticPool = service({
  id: 'azure.sql-elastic-pool',
  name: 'Azure SQL elastic pool, vCores',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-database/elastic/',
  summary: 'Many SQL Server databases on the vCores of one pool, with their licence and storage.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'elastic pool', 'multi-tenant'],
  inputs: {
    serviceTier: choice({
      label: 'Service tier',
      help: 'General Purpose for most, Business Critical for fast local disks and replicas.',
      options: { gp: 'General Purpose', bc: 'Business Critical' },
      default: 'gp',
    }),
    size: choice({
      label: 'Compute size',
      help: 'Virtual processors of each pool, shared by its databases.',
      options: gen5Sizes(databaseVcores),
      default: 'gen5-4',
    }),
    licence: choice({
      label: 'SQL Server licence',
      help: 'Own licences with Software Assurance take the licence off the price.',
      options: licences,
      default: 'included',
    }),
    count: quantity({ label: 'Pools', help: 'How many pools of this size there are.', unit: 'pools', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the pools exist.' }),
    storage: dataStored({ label: 'Storage', help: 'Largest size of each pool in GB, as you set it.' }),
  },
  charges: {
    compute: { label: 'Compute', unit: 'hour', quantity: 'count * hours', rate: 'azure.sql-elastic-pool/{serviceTier}-{size}' },
    ...licenceCharges('sql-database', vcoresBySize(databaseVcores)),
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'azure.sql-database/storage-{serviceTier}' },
  },
  columns: { size: 'size', count: 'count' },
})
