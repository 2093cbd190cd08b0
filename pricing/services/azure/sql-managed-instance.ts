import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import type { Charge } from '../declare.ts'
import { service } from '../service.ts'
import { gen5Sizes, instanceVcores, licences } from './vcores.ts'

/** The licence of General Purpose and of Business Critical has a price a vCore of its own. */
function licenceOf(vcores: number): readonly (readonly [string, Charge])[] {
  const charge = (tier: string, rate: string): Charge => ({
    label: 'SQL Server licence',
    unit: 'vCore-hour',
    quantity: `count * hours * ${vcores}`,
    when: { size: [`gen5-${vcores}`], serviceTier: [tier], licence: ['included'] },
    rate,
  })
  return [
    [`licenceGp${vcores}`, charge('gp', 'azure.sql-managed-instance/licence')],
    [`licenceBc${vcores}`, charge('bc', 'azure.sql-managed-instance/licence-bc')],
  ]
}

/** 32 GB of storage are included: https://learn.microsoft.com/azure/azure-sql/managed-instance/sql-managed-instance-paas-overview */
export const sqlManagedInstance = service({
  id: 'azure.sql-managed-instance',
  name: 'Azure SQL Managed Instance',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-managed-instance/single/',
  summary: 'Whole managed SQL Server instances with their licence and storage.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'managed instance', 'vcore'],
  inputs: {
    serviceTier: choice({
      label: 'Service tier',
      help: 'General Purpose for most, Business Critical for fast local disks and replicas.',
      options: { gp: 'General Purpose', bc: 'Business Critical' },
      default: 'gp',
    }),
    size: choice({
      label: 'Compute size',
      help: 'Virtual processors of each instance.',
      options: gen5Sizes(instanceVcores),
      default: 'gen5-4',
    }),
    licence: choice({
      label: 'SQL Server licence',
      help: 'Own licences with Software Assurance take the licence off the price.',
      options: licences,
      default: 'included',
    }),
    count: quantity({ label: 'Instances', help: 'How many instances of this size there are.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the instances run; they can be stopped.' }),
    storage: dataStored({ label: 'Storage', help: 'Storage of each instance in GB; 32 are included.' }),
    backup: dataStored({
      label: 'Backups beyond the free size',
      help: 'GB of point-in-time backups above the size of the instances.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    compute: { label: 'Compute', unit: 'hour', quantity: 'count * hours', rate: 'azure.sql-managed-instance/{serviceTier}-{size}' },
    ...Object.fromEntries(instanceVcores.flatMap(licenceOf)),
    storage: {
      label: 'Storage above 32 GB',
      unit: 'GB-month',
      quantity: 'count * max(0, storage - 32)',
      rate: 'azure.sql-managed-instance/storage-over-32gb',
    },
    backup: {
      label: 'Backups beyond the free size',
      unit: 'GB-month',
      quantity: 'backup',
      rate: 'azure.sql-managed-instance/backup-pitr',
    },
  },
  columns: { size: 'size', count: 'count' },
})
