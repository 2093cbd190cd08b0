import { choice, dataStored, hoursPerMonth, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import type { ServiceDeclaration } from '../declare.ts'

type Engine = 'postgres' | 'mysql'

const engineName = { postgres: 'PostgreSQL', mysql: 'MySQL' } as const satisfies Record<Engine, string>

/**
 * RDS of one engine. A Multi-AZ deployment has instance and storage prices of its own, which hold both copies. gp3 includes 3,000
 * IOPS, and 12,000 from 400 GB on; backups up to the size of the databases are free.
 */
export function rdsOf(engine: Engine): ServiceDeclaration {
  return service({
    id: `aws.rds-${engine}`,
    name: `RDS for ${engineName[engine]}`,
    cloud: 'aws',
    category: 'databases',
    source: `https://aws.amazon.com/rds/${engine === 'postgres' ? 'postgresql' : 'mysql'}/pricing/`,
    summary: `Managed ${engineName[engine]} database instances with their storage and backups.`,
    keywords: ['database', 'sql', 'relational', engineName[engine].toLowerCase(), 'multi-az'],
    inputs: inputsOf(engine),
    charges: {
      instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', rate: `aws.rds-${engine}/{size}-{deployment}` },
      storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'aws.rds-storage/{storageType}-{deployment}' },
      io1Iops: {
        label: 'Provisioned IOPS',
        unit: 'IOPS-month',
        quantity: 'count * iops',
        when: { storageType: ['io1'] },
        rate: 'aws.rds-storage/io1-iops-{deployment}',
      },
      gp3Iops: {
        label: 'IOPS above those included',
        unit: 'IOPS-month',
        quantity: 'count * max(0, iops - if(storage >= 400, 12000, 3000))',
        when: { storageType: ['gp3'] },
        rate: 'aws.rds-storage/gp3-iops-{deployment}',
      },
      ioRequests: {
        label: 'I/O requests',
        unit: 'request',
        quantity: 'ioRequests',
        when: { storageType: ['magnetic'] },
        rate: 'aws.rds-storage/magnetic-io-request',
      },
      backup: { label: 'Backup beyond the free size', unit: 'GB-month', quantity: 'backup', rate: 'aws.rds-storage/backup-beyond-free' },
      extendedSupport: {
        label: 'Extended support',
        unit: 'vCPU-hour',
        quantity: 'count * hours * extendedVcpus',
        rate: 'aws.rds/extended-support-year-1-2',
      },
    },
    columns: { size: 'size', count: 'count' },
  })
}

function inputsOf(engine: Engine) {
  return {
    size: size({
      label: 'Instance class',
      help: 'The database instance class, such as db.m5.large.',
      sizes: { from: 'rates', patterns: [`aws.rds-${engine}/{size}-single-az`, `aws.rds-${engine}/{size}-multi-az`] },
      default: 'db.m5.large',
    }),
    deployment: choice({
      label: 'Deployment',
      help: 'Multi-AZ keeps a standby in another zone, at about twice the price.',
      options: { 'single-az': 'Single-AZ', 'multi-az': 'Multi-AZ, one standby' },
      default: 'single-az',
    }),
    count: quantity({
      label: 'Instances',
      help: 'Database instances of this class, read replicas included.',
      unit: 'instances',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the instances run; storage is charged for the whole month.' }),
    storageType: choice({
      label: 'Storage type',
      help: 'Kind of disk: gp3 suits most databases, io1 has exactly the IOPS you pay for.',
      options: { gp3: 'gp3 general purpose SSD', gp2: 'gp2 general purpose SSD', io1: 'io1 provisioned IOPS SSD', magnetic: 'Magnetic' },
      default: 'gp3',
    }),
    storage: dataStored({ label: 'Storage', help: 'Storage of each instance in GB; for Multi-AZ type it once.' }),
    iops: quantity({
      label: 'IOPS',
      help: 'Provisioned IOPS of each instance; io1 charges every one, gp3 those above 3,000 (12,000 from 400 GB on).',
      unit: 'IOPS',
      default: '3,000',
      minor: true,
    }),
    ioRequests: perMonth({
      label: 'I/O requests',
      help: 'Reads and writes a month; only magnetic storage charges them.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    backup: dataStored({
      label: 'Backup beyond the free size',
      help: 'GB of backups and snapshots above the storage of all databases in the region, which is free.',
      default: '0',
    }),
    extendedVcpus: quantity({
      label: 'vCPUs in extended support',
      help: 'Virtual CPUs of each instance whose engine version is past its standard support; 0 for current versions.',
      unit: 'vCPU',
      default: '0',
      minor: true,
    }),
  }
}
