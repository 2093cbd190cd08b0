import { choice, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Single servers can no longer be made; their prices serve to compare what stands with its successor. */
export const singleServer = service({
  id: 'azure.single-server',
  name: 'Azure Database single server (retired)',
  cloud: 'azure',
  category: 'databases',
  source: 'https://learn.microsoft.com/azure/postgresql/migrate/whats-happening-to-postgresql-single-server',
  summary: 'Managed MariaDB, MySQL or PostgreSQL of the retired generation, for comparing it with flexible servers.',
  keywords: ['database', 'mariadb', 'mysql', 'postgresql', 'retired', 'migration'],
  inputs: {
    engine: choice({
      label: 'Engine',
      help: 'The database engine; all three had the same prices.',
      options: { mariadb: 'MariaDB', 'mysql-single': 'MySQL', 'postgresql-single': 'PostgreSQL' },
      default: 'mariadb',
    }),
    size: size({
      label: 'Compute size',
      help: 'Tier, generation and vCores: b is Basic, gp General Purpose, mo Memory Optimized.',
      sizes: {
        from: 'rates',
        patterns: ['azure.mariadb/{size}', 'azure.mysql-single/{size}', 'azure.postgresql-single/{size}'],
      },
      default: 'gp-gen5-4',
    }),
    count: quantity({ label: 'Servers', help: 'How many servers of this size there are.', unit: 'servers', default: '1' }),
    hours: hoursPerMonth(),
    storage: dataStored({ label: 'Storage', help: 'Storage of each server in GB.' }),
  },
  charges: {
    compute: { label: 'Compute', unit: 'hour', quantity: 'count * hours', rate: 'azure.{engine}/{size}' },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'azure.{engine}-storage/storage' },
  },
  columns: { size: 'size', count: 'count' },
})
