import { choice, dataPerMonth, dataStored, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Provisioned throughput includes 1 MB/s for every 20 GB kept in the frequent class. */
export const efs = service({
  id: 'aws.efs',
  name: 'EFS file system',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/efs/pricing/',
  summary: 'Shared file storage over NFS, billed by what it holds, with a cheaper class for files rarely read.',
  keywords: ['nfs', 'shared files', 'elastic file system', 'one zone', 'infrequent access'],
  inputs: {
    type: choice({
      label: 'File system type',
      help: 'Regional keeps copies in several zones; One Zone keeps them in one and costs less.',
      options: { standard: 'Regional (several zones)', onezone: 'One Zone' },
      default: 'standard',
    }),
    mode: choice({
      label: 'Throughput mode',
      help: 'Elastic pays for what is read and written and has a cheaper Infrequent Access; the others come with the size or are bought.',
      options: { standard: 'Bursting or provisioned', elastic: 'Elastic' },
      default: 'standard',
    }),
    stored: dataStored({ label: 'Frequently read', help: 'GB in the frequent class, as the month’s average.' }),
    infrequent: dataStored({ label: 'Infrequent access', help: 'GB that lifecycle rules moved to Infrequent Access.', default: '0' }),
    infrequentRead: dataPerMonth({
      label: 'Read from infrequent access',
      help: 'GB a month read from files in Infrequent Access.',
      default: '0',
      minor: true,
    }),
    infrequentWritten: dataPerMonth({
      label: 'Moved to infrequent access',
      help: 'GB a month written to Infrequent Access, mostly by lifecycle rules.',
      default: '0',
      minor: true,
    }),
    elasticRead: dataPerMonth({ label: 'Elastic reads', help: 'GB a month read with elastic throughput.', default: '0', minor: true }),
    elasticWritten: dataPerMonth({
      label: 'Elastic writes',
      help: 'GB a month written with elastic throughput.',
      default: '0',
      minor: true,
    }),
    throughput: quantity({
      label: 'Provisioned throughput',
      help: 'Throughput in MB/s bought apart from the size; 0 for elastic or bursting throughput. 1 MB/s per 20 GB stored is included.',
      unit: 'MB/s',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'aws.efs-{type}/storage' },
    infrequentStorage: {
      label: 'Infrequent Access storage',
      unit: 'GB-month',
      quantity: 'infrequent',
      when: { mode: ['standard'] },
      rate: 'aws.efs-{type}-ia/storage',
    },
    infrequentElastic: {
      label: 'Infrequent Access storage',
      unit: 'GB-month',
      quantity: 'infrequent',
      when: { mode: ['elastic'] },
      rate: 'aws.efs-{type}-ia/storage-elastic-throughput',
    },
    elasticReads: {
      label: 'Elastic reads',
      unit: 'GB',
      quantity: 'elasticRead',
      when: { mode: ['elastic'] },
      rate: 'aws.efs-{type}/elastic-read',
    },
    elasticWrites: {
      label: 'Elastic writes',
      unit: 'GB',
      quantity: 'elasticWritten',
      when: { mode: ['elastic'] },
      rate: 'aws.efs-{type}/elastic-write',
    },
    infrequentReads: { label: 'Infrequent Access reads', unit: 'GB', quantity: 'infrequentRead', rate: 'aws.efs-{type}-ia/read-access' },
    infrequentWrites: {
      label: 'Infrequent Access writes',
      unit: 'GB',
      quantity: 'infrequentWritten',
      rate: 'aws.efs-{type}-ia/write-access',
    },
    throughput: {
      label: 'Provisioned throughput',
      unit: 'MB/s-month',
      quantity: 'if(throughput > 0, max(0, throughput - stored / 20), 0)',
      when: { mode: ['standard'] },
      rate: 'aws.efs-{type}/provisioned-throughput',
    },
  },
  columns: { size: 'type' },
})
