import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'
import { databaseVcores, gen5Sizes, licenceCharges, licences, vcoresBySize } from './vcores.ts'

const sizes: Readonly<Record<string, string>> = { ...gen5Sizes(databaseVcores), 'm-8': '8 vCores, M-series' }

/**
 * Compute and licence are charged by the vCore; Hyperscale has no licence charge since December 2023. Business Critical keeps its replicas
 * within its price, and zone redundancy costs extra in General Purpose alone. Backups up to the size of the database are free.
 * https://learn.microsoft.com/azure/azure-sql/database/cost-management
 */
export const sqlDatabase = service({
  id: 'azure.sql-database',
  name: 'Azure SQL Database, vCores',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-database/single/',
  summary: 'Managed SQL Server databases with provisioned vCores, their licence, storage and backups.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'hyperscale', 'business critical', 'vcore'],
  inputs: {
    serviceTier: choice({
      label: 'Service tier',
      help: 'General Purpose for most, Business Critical for fast local disks and replicas, Hyperscale for large databases.',
      options: { gp: 'General Purpose', bc: 'Business Critical', hs: 'Hyperscale' },
      default: 'gp',
    }),
    size: choice({
      label: 'Compute size',
      help: 'Virtual processors of each database.',
      options: sizes,
      default: 'gen5-4',
    }),
    licence: choice({
      label: 'SQL Server licence',
      help: 'Own licences with Software Assurance take the licence off the price.',
      options: licences,
      default: 'included',
    }),
    count: quantity({ label: 'Databases', help: 'How many databases of this size there are.', unit: 'databases', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the databases exist; provisioned ones cannot be paused.' }),
    storage: dataStored({ label: 'Storage', help: 'Largest size of each database in GB, as you set it.' }),
    zones: choice({
      label: 'Zone redundancy',
      help: 'General Purpose pays for compute and storage in other zones.',
      options: { no: 'No', yes: 'Yes' },
      default: 'no',
    }),
    replicas: quantity({
      label: 'Readable replicas',
      help: 'Replicas of each Hyperscale database, for reading or for high availability.',
      unit: 'replicas',
      default: '0',
      minor: true,
    }),
    backupRedundancy: choice({
      label: 'Redundancy of backups',
      help: 'Where the copies of backups are.',
      options: { lrs: 'LRS', zrs: 'ZRS', 'ra-grs': 'RA-GRS' },
      default: 'ra-grs',
    }),
    backup: dataStored({
      label: 'Backups beyond the free size',
      help: 'GB of point-in-time backups above the size of the databases.',
      default: '0',
      minor: true,
    }),
    longTermBackup: dataStored({
      label: 'Long-term backups',
      help: 'GB of backups kept for months or years.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    compute: { label: 'Compute', unit: 'hour', quantity: 'count * hours', rate: 'azure.sql-database/{serviceTier}-{size}' },
    zones: {
      label: 'Compute in other zones',
      unit: 'hour',
      quantity: 'count * hours',
      when: { serviceTier: ['gp'], zones: ['yes'] },
      rate: 'azure.sql-database/zone-redundancy-gp-{size}',
    },
    replicas: {
      label: 'Readable replicas',
      unit: 'hour',
      quantity: 'count * hours * replicas',
      when: { serviceTier: ['hs'] },
      rate: 'azure.sql-database/hs-{size}',
    },
    ...licenceCharges('sql-database', { ...vcoresBySize(databaseVcores), 'm-8': 8 }),
    storageGp: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { serviceTier: ['gp'], zones: ['no'] },
      rate: 'azure.sql-database/storage-gp',
    },
    storageZones: {
      label: 'Storage over zones',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { serviceTier: ['gp'], zones: ['yes'] },
      rate: 'azure.sql-database/storage-gp-zone-redundant',
    },
    storageBc: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { serviceTier: ['bc'] },
      rate: 'azure.sql-database/storage-bc',
    },
    storageHs: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { serviceTier: ['hs'] },
      rate: 'azure.sql-database/storage-hyperscale',
    },
    backup: {
      label: 'Backups beyond the free size',
      unit: 'GB-month',
      quantity: 'backup',
      rate: 'azure.sql-database/backup-pitr-{backupRedundancy}',
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
