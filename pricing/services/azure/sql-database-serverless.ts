import { dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Billed by the vCores used while active, at least the minimum that is set; a paused database pays for its storage alone. */
export const sqlDatabaseServerless = service({
  id: 'azure.sql-database-serverless',
  name: 'Azure SQL Database, serverless',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-database/single/',
  summary: 'Managed SQL Server databases that grow with the load and pause by themselves, General Purpose.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'auto-pause', 'serverless'],
  inputs: {
    count: quantity({ label: 'Databases', help: 'How many databases like this there are.', unit: 'databases', default: '1' }),
    vcores: quantity({
      label: 'vCores in use',
      help: 'Virtual processors billed on average while a database is active; at least its minimum.',
      unit: 'vCores',
    }),
    activeHours: hoursOfUse({ label: 'Active hours', help: 'Hours a month that each database is not paused, such as 8 h/day.' }),
    storage: dataStored({ label: 'Storage', help: 'Largest size of each database in GB, as you set it.' }),
  },
  charges: {
    compute: {
      label: 'Compute',
      unit: 'vCore-hour',
      quantity: 'count * vcores * activeHours',
      rate: 'azure.sql-database-serverless/gp-gen5',
    },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'azure.sql-database/storage-gp' },
  },
  columns: { count: 'count' },
})
