import { choice, dataPerMonth, dataStored, hoursPerMonth, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import type { ServiceDeclaration } from '../declare.ts'

type Engine = 'postgres' | 'mysql'

const engineName = { postgres: 'PostgreSQL', mysql: 'MySQL' } as const satisfies Record<Engine, string>

/**
 * Aurora of one engine. Storage is one volume for all instances of a cluster, kept six times over three zones and billed once. The
 * I/O-optimised configuration has dearer instances and storage and no charge for I/O. A capacity unit (ACU) is about 2 GB of
 * memory with the processor and network that go with it. Backups up to the size of the cluster are free.
 */
export function auroraOf(engine: Engine): ServiceDeclaration {
  return service({
    id: `aws.aurora-${engine}`,
    name: `Aurora ${engineName[engine]}`,
    cloud: 'aws',
    category: 'databases',
    source: 'https://aws.amazon.com/rds/aurora/pricing/',
    summary: `Cluster of a ${engineName[engine]}-compatible database: instances or serverless capacity, shared storage, I/O and backups.`,
    keywords: ['database', 'sql', 'relational', engineName[engine].toLowerCase(), 'serverless v2', 'acu', 'rds'],
    inputs: inputsOf(engine),
    charges: {
      instances: {
        label: 'Instance hours',
        unit: 'hour',
        quantity: 'count * hours',
        when: { capacity: ['provisioned'] },
        rate: `aws.aurora-${engine}/{size}-{configuration}`,
      },
      serverless: {
        label: 'Capacity units',
        unit: 'ACU-hour',
        quantity: 'count * hours * capacityUnits',
        when: { capacity: ['serverless'], configuration: ['standard'] },
        rate: 'aws.aurora/serverless-v2-acu',
      },
      serverlessOptimized: {
        label: 'Capacity units, I/O-optimised',
        unit: 'ACU-hour',
        quantity: 'count * hours * capacityUnits',
        when: { capacity: ['serverless'], configuration: ['io-optimized'] },
        rate: 'aws.aurora/serverless-v2-acu-io-optimized',
      },
      storage: {
        label: 'Storage',
        unit: 'GB-month',
        quantity: 'storage',
        when: { configuration: ['standard'] },
        rate: 'aws.aurora/storage',
      },
      storageOptimized: {
        label: 'Storage, I/O-optimised',
        unit: 'GB-month',
        quantity: 'storage',
        when: { configuration: ['io-optimized'] },
        rate: 'aws.aurora/storage-io-optimized',
      },
      io: {
        label: 'I/O requests',
        unit: 'request',
        quantity: 'ioRequests',
        when: { configuration: ['standard'] },
        rate: 'aws.aurora/io-request',
      },
      backup: { label: 'Backup beyond the free size', unit: 'GB-month', quantity: 'backup', rate: 'aws.aurora/backup' },
      exported: { label: 'Snapshots exported', unit: 'GB', quantity: 'exported', rate: 'aws.aurora/snapshot-export' },
      globalWrites: {
        label: 'Replicated write I/O',
        unit: 'request',
        quantity: 'globalWrites',
        rate: 'aws.aurora/global-database-write-io',
      },
      dataApi: { label: 'Data API requests', unit: 'request', quantity: 'dataApiRequests', rate: 'aws.aurora/data-api-request' },
    },
    columns: { size: 'size', count: 'count' },
  })
}

function inputsOf(engine: Engine) {
  return {
    capacity: choice({
      label: 'Capacity',
      help: 'Provisioned instances of one class, or Serverless v2 that follows the load.',
      options: { provisioned: 'Provisioned instances', serverless: 'Serverless v2' },
      default: 'provisioned',
    }),
    configuration: choice({
      label: 'Configuration',
      help: 'I/O-optimised pays more for instances and storage and nothing for I/O; it wins when I/O is over a quarter of the bill.',
      options: { standard: 'Standard', 'io-optimized': 'I/O-optimised' },
      default: 'standard',
    }),
    size: size({
      label: 'Instance class',
      help: 'The instance class, such as db.r7g.large; Serverless v2 needs none.',
      sizes: { from: 'rates', patterns: [`aws.aurora-${engine}/{size}-standard`, `aws.aurora-${engine}/{size}-io-optimized`] },
      default: 'db.r7g.large',
    }),
    count: quantity({
      label: 'Instances',
      help: 'Writers and readers of the cluster; a reader in another zone takes over when the writer fails.',
      unit: 'instances',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the instances run; storage is charged for the whole month.' }),
    capacityUnits: quantity({
      label: 'Capacity units',
      help: 'Average capacity of each Serverless v2 instance in ACU, over the hours that it runs; 0 to 256.',
      unit: 'ACU',
      max: 256,
    }),
    storage: dataStored({ label: 'Storage', help: 'GB in the cluster’s volume; all instances share it, so type it once.' }),
    ioRequests: perMonth({
      label: 'I/O requests',
      help: 'Reads and writes between instances and storage a month; I/O-optimised does not charge them.',
      unit: 'requests',
    }),
    backup: dataStored({
      label: 'Backup beyond the free size',
      help: 'GB of backups and snapshots above the size of the cluster, which is free.',
      default: '0',
      minor: true,
    }),
    exported: dataPerMonth({
      label: 'Snapshots exported',
      help: 'GB of snapshots a month exported to object storage.',
      default: '0',
      minor: true,
    }),
    globalWrites: perMonth({
      label: 'Replicated writes',
      help: 'Write I/O a month that a global database replicates to each other region, all of them added.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    dataApiRequests: perMonth({
      label: 'Data API requests',
      help: 'Requests a month through the HTTP Data API, each 32 KB counted.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  }
}
