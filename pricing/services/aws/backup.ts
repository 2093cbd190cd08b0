import { choice, dataPerMonth, dataStored } from '../fields.ts'
import { service } from '../service.ts'

/** What is kept is billed by the kind of resource; copies to another region pay for storage there and for the transfer. */
export const backup = service({
  id: 'aws.backup',
  name: 'AWS Backup',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/backup/pricing/',
  summary: 'Backups of many services by one plan, billed by what they hold and by what is restored.',
  keywords: ['backup', 'restore', 'vault', 'retention', 'disaster recovery'],
  inputs: {
    resource: choice({
      label: 'Resource',
      help: 'What is backed up; add a row for each kind.',
      options: {
        ebs: 'EBS volumes',
        efs: 'EFS file systems',
        rds: 'RDS databases',
        aurora: 'Aurora clusters',
        dynamodb: 'DynamoDB tables',
        s3: 'S3 buckets',
        fsx: 'FSx file systems',
        vmware: 'VMware machines',
      },
      default: 'ebs',
    }),
    warm: dataStored({ label: 'Backups kept', help: 'GB of backups in warm storage, as the month’s average.' }),
    cold: dataStored({
      label: 'Backups in cold storage',
      help: 'GB of backups in cold storage, for at least 90 days; of EBS, EFS, DynamoDB and VMware.',
      default: '0',
      minor: true,
    }),
    restored: dataPerMonth({
      label: 'Restored',
      help: 'GB a month restored; snapshots of EBS and RDS are restored free.',
      default: '0',
      minor: true,
    }),
    copied: dataPerMonth({
      label: 'Copied to other regions',
      help: 'GB a month of backups copied out of this region.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    warm: { label: 'Backups kept', unit: 'GB-month', quantity: 'warm', rate: 'aws.backup/warm-{resource}' },
    cold: {
      label: 'Backups in cold storage',
      unit: 'GB-month',
      quantity: 'cold',
      when: { resource: ['ebs', 'efs', 'dynamodb', 'vmware'] },
      rate: 'aws.backup/cold-{resource}',
    },
    restored: {
      label: 'Restored',
      unit: 'GB',
      quantity: 'restored',
      when: { resource: ['efs', 'dynamodb', 's3', 'fsx', 'vmware'] },
      rate: 'aws.backup/restore-{resource}',
    },
    copied: { label: 'Copied to other regions', unit: 'GB', quantity: 'copied', rate: 'aws.backup/cross-region-copy' },
  },
  columns: { size: 'resource' },
})
