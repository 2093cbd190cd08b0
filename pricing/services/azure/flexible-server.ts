import type { ServiceDeclaration } from '../declare.ts'
import { choice, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

type Engine = 'postgresql' | 'mysql'

const engineName = { postgresql: 'PostgreSQL', mysql: 'MySQL' } as const satisfies Record<Engine, string>
const usualSize = { postgresql: 'd2ds-v5', mysql: 'd2ads-v5' } as const satisfies Record<Engine, string>

/**
 * Flexible server of one engine. High availability runs and stores everything twice; backups up to the size of the storage are free;
 * what IOPS come with the storage are free too.
 */
export function flexibleServer(engine: Engine): ServiceDeclaration {
  const key = `azure.${engine}-flexible` as const
  return service({
    id: key,
    name: `Azure Database for ${engineName[engine]}`,
    cloud: 'azure',
    category: 'databases',
    source: `https://azure.microsoft.com/pricing/details/${engine}/flexible-server/`,
    summary: `Managed ${engineName[engine]} flexible servers with their storage and backups.`,
    keywords: ['database', 'sql', 'relational', engineName[engine].toLowerCase(), 'flexible server', 'high availability'],
    inputs: {
      size: size({
        label: 'Compute size',
        help: 'Machine of each server: b sizes are burstable, d general purpose, e memory optimized.',
        sizes: {
          from: 'rates',
          patterns: [`${key}/b-standard-{size}`, `${key}/gp-standard-{size}`, `${key}/mo-standard-{size}`],
        },
        default: usualSize[engine],
      }),
      availability: choice({
        label: 'High availability',
        help: 'A standby in the same or another zone doubles compute and storage.',
        options: { none: 'None', standby: 'With a standby' },
        default: 'none',
      }),
      count: quantity({ label: 'Servers', help: 'Servers of this size, read replicas included.', unit: 'servers', default: '1' }),
      hours: hoursPerMonth({ help: 'Hours a month that the servers run; storage is charged for the whole month.' }),
      storage: dataStored({ label: 'Storage', help: 'Storage of each server in GB; for a standby type it once.' }),
      iops: quantity({
        label: 'Extra IOPS',
        help: 'IOPS of each server above those that come with its storage.',
        unit: 'IOPS',
        default: '0',
        minor: true,
      }),
      backupRedundancy: choice({
        label: 'Redundancy of backups',
        help: 'Where the copies of backups are.',
        options: { lrs: 'LRS', zrs: 'ZRS', grs: 'GRS' },
        default: 'lrs',
      }),
      backup: dataStored({
        label: 'Backups beyond the free size',
        help: 'GB of backups above the storage of the servers.',
        default: '0',
        minor: true,
      }),
    },
    charges: {
      compute: {
        label: 'Compute',
        unit: 'hour',
        quantity: 'count * hours',
        rate: [`${key}/b-standard-{size}`, `${key}/gp-standard-{size}`, `${key}/mo-standard-{size}`],
      },
      standby: {
        label: 'Compute of the standby',
        unit: 'hour',
        quantity: 'count * hours',
        when: { availability: ['standby'] },
        rate: [`${key}/b-standard-{size}`, `${key}/gp-standard-{size}`, `${key}/mo-standard-{size}`],
      },
      storage: { label: 'Storage', unit: 'GiB-month', quantity: 'count * storage', rate: `${key}/storage` },
      standbyStorage: {
        label: 'Storage of the standby',
        unit: 'GiB-month',
        quantity: 'count * storage',
        when: { availability: ['standby'] },
        rate: `${key}/storage`,
      },
      iops: { label: 'Extra IOPS', unit: 'IOPS-month', quantity: 'count * iops', rate: `${key}/iops` },
      backup: {
        label: 'Backups beyond the free size',
        unit: 'GiB-month',
        quantity: 'backup',
        rate: `${key}/backup-{backupRedundancy}`,
      },
    },
    columns: { size: 'size', count: 'count' },
  })
}
