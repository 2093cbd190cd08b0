import { choice, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Shared-core and older machine types of Cloud SQL, and shapes that the sources list at one price instead of by vCPU and GB. */
export const cloudSqlMachines = service({
  id: 'google.cloud-sql-machines',
  name: 'Cloud SQL by machine type',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/sql/pricing',
  summary: 'Managed PostgreSQL or MySQL instances of a listed machine type, billed by the hour, with storage and backups.',
  keywords: ['database', 'sql', 'relational', 'postgresql', 'mysql', 'db-f1-micro', 'db-g1-small', 'db-n1-standard', 'shared core'],
  inputs: {
    size: size({
      label: 'Machine type',
      help: 'The machine type without db-, such as n1-standard-2 or f1-micro; 8-vcpu-30 is 8 vCPUs with 30 GB.',
      sizes: {
        from: 'rates',
        patterns: [
          'google.cloud-sql/db-{size}-zonal',
          'google.cloud-sql/db-{size}-regional',
          'google.cloud-sql/{size}gb-ram-zonal',
          'google.cloud-sql/{size}gb-ram-regional',
          'google.cloud-sql/{size}-instance-regional',
        ],
      },
      default: 'n1-standard-1',
    }),
    availability: choice({
      label: 'Availability',
      help: 'High availability keeps a standby in another zone, at twice the price.',
      options: { zonal: 'One zone', regional: 'High availability' },
      default: 'zonal',
    }),
    count: quantity({ label: 'Instances', help: 'Instances of this type, read replicas included.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the instances run; storage is charged for the whole month.' }),
    storage: dataStored({ label: 'SSD storage', help: 'Storage of each instance in GB; for high availability type it once.' }),
    backups: dataStored({ label: 'Backups', help: 'GB of backups and binary logs, as the month’s average.', default: '0' }),
  },
  charges: {
    instances: {
      label: 'Instance hours',
      unit: 'hour',
      quantity: 'count * hours',
      rate: [
        'google.cloud-sql/db-{size}-{availability}',
        'google.cloud-sql/{size}gb-ram-{availability}',
        'google.cloud-sql/{size}-instance-{availability}',
      ],
    },
    storage: {
      label: 'SSD storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      rate: ['google.cloud-sql/storage-ssd-{availability}', 'google.cloud-sql/standard-storage-{availability}'],
    },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.cloud-sql/backup' },
  },
  columns: { size: 'size', count: 'count' },
})
