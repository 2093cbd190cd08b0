import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

const standard = {
  s0: 'S0, 10 DTUs',
  s1: 'S1, 20 DTUs',
  s2: 'S2, 50 DTUs',
  s3: 'S3, 100 DTUs',
  s4: 'S4, 200 DTUs',
  s6: 'S6, 400 DTUs',
  s7: 'S7, 800 DTUs',
  s9: 'S9, 1,600 DTUs',
  s12: 'S12, 3,000 DTUs',
} as const
const premium = {
  p1: 'P1, 125 DTUs',
  p2: 'P2, 250 DTUs',
  p4: 'P4, 500 DTUs',
  p6: 'P6, 1,000 DTUs',
  p11: 'P11, 1,750 DTUs',
  p15: 'P15, 4,000 DTUs',
} as const

/** Sizes with their included storage: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases */
export const sqlDatabaseDtu = service({
  id: 'azure.sql-database-dtu',
  name: 'Azure SQL Database, DTUs',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-database/single/',
  summary: 'Managed SQL Server databases sold as bundles of compute, memory and storage.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'dtu', 'basic', 'standard', 'premium'],
  inputs: {
    size: choice({
      label: 'Size',
      help: 'The bundle of each database; S3 and above and the Premium sizes also hold column stores.',
      options: { basic: 'Basic, 5 DTUs', ...standard, ...premium },
      default: 's0',
    }),
    count: quantity({ label: 'Databases', help: 'How many databases of this size there are.', unit: 'databases', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the databases exist.' }),
    extraStorage: dataStored({
      label: 'Storage beyond the included',
      help: 'GB of each database above what its size includes: 250 for Standard, 500 for P1 to P6, 4,096 for P11 and P15.',
      default: '0',
    }),
    backupRedundancy: choice({
      label: 'Redundancy of backups',
      help: 'Where the copies of long-term backups are.',
      options: { lrs: 'LRS', zrs: 'ZRS', 'ra-grs': 'RA-GRS' },
      default: 'ra-grs',
    }),
    longTermBackup: dataStored({
      label: 'Long-term backups',
      help: 'GB of backups kept for months or years.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    compute: { label: 'Databases', unit: 'hour', quantity: 'count * hours', rate: 'azure.sql-database-dtu/{size}' },
    extraStandard: {
      label: 'Storage beyond the included',
      unit: 'GB-month',
      quantity: 'count * extraStorage',
      when: { size: ['s0', 's1', 's2', 's3', 's4', 's6', 's7', 's9', 's12'] },
      rate: 'azure.sql-database-dtu/extra-storage-standard',
    },
    extraPremium: {
      label: 'Storage beyond the included',
      unit: 'GB-month',
      quantity: 'count * extraStorage',
      when: { size: ['p1', 'p2', 'p4', 'p6', 'p11', 'p15'] },
      rate: 'azure.sql-database-dtu/extra-storage-premium',
    },
    longTermBackup: {
      label: 'Long-term backups',
      unit: 'GB-month',
      quantity: 'longTermBackup',
      rate: 'azure.sql-database/backup-ltr-{backupRedundancy}',
    },
  },
  columns: { size: 'size', count: 'count' },
})
