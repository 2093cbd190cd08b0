import { choice, dataStored, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** gp3 includes 3,000 IOPS and 125 MiB/s; io2 grades its IOPS per volume, and a volume of part of a month counts as that part. */
export const ebs = service({
  id: 'aws.ebs',
  name: 'EBS volumes',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/ebs/pricing/',
  summary: 'Block storage attached to instances, billed by provisioned size and performance.',
  keywords: ['disk', 'volume', 'ssd', 'hdd', 'block storage', 'elastic block store', 'gp3', 'gp2', 'io1', 'io2', 'st1', 'sc1'],
  inputs: {
    type: choice({
      label: 'Volume type',
      help: 'The kind of disk: gp3 suits most uses, io2 databases, st1 and sc1 large sequential reads.',
      options: {
        gp3: 'gp3 general purpose SSD',
        gp2: 'gp2 general purpose SSD',
        io2: 'io2 provisioned IOPS SSD',
        io1: 'io1 provisioned IOPS SSD',
        st1: 'st1 throughput HDD',
        sc1: 'sc1 cold HDD',
        magnetic: 'Magnetic (previous generation)',
      },
      default: 'gp3',
    }),
    storage: dataStored({ label: 'Size', help: 'Provisioned size of each volume in GB, whether it is filled or not.' }),
    count: quantity({ label: 'Volumes', help: 'How many volumes of this size there are.', unit: 'volumes', default: '1' }),
    iops: quantity({
      label: 'IOPS',
      help: 'Provisioned IOPS of each volume; gp3 includes 3,000, io1 and io2 charge every one.',
      unit: 'IOPS',
      default: '3,000',
    }),
    throughput: quantity({
      label: 'Throughput',
      help: 'Provisioned throughput of each gp3 volume in MiB/s; 125 are included.',
      unit: 'MiB/s',
      default: '125',
      minor: true,
    }),
    ioRequests: perMonth({
      label: 'I/O requests',
      help: 'Reads and writes a month over all magnetic volumes; other types do not charge them.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth({
      help: 'Hours a month that the volumes exist, running or not; the whole month unless you say otherwise.',
      minor: true,
    }),
  },
  derived: {
    volumeMonths: 'count * hours / hours_in_month',
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'volumeMonths * storage', rate: 'aws.ebs-{type}/storage' },
    gp3Iops: {
      label: 'IOPS above 3,000',
      unit: 'IOPS-month',
      quantity: 'volumeMonths * max(0, iops - 3000)',
      when: { type: ['gp3'] },
      rate: 'aws.ebs-gp3/iops',
    },
    gp3Throughput: {
      label: 'Throughput above 125 MiB/s',
      unit: 'MiB/s-month',
      quantity: 'volumeMonths * max(0, throughput - 125)',
      when: { type: ['gp3'] },
      rate: 'aws.ebs-gp3/throughput',
    },
    io1Iops: { label: 'IOPS', unit: 'IOPS-month', quantity: 'volumeMonths * iops', when: { type: ['io1'] }, rate: 'aws.ebs-io1/iops' },
    io2Iops: {
      label: 'IOPS',
      unit: 'IOPS-month',
      quantity: 'volumeMonths * iops',
      tiersPer: 'volumeMonths',
      when: { type: ['io2'] },
      rate: 'aws.ebs-io2/iops',
    },
    ioRequests: {
      label: 'I/O requests',
      unit: 'request',
      quantity: 'ioRequests',
      when: { type: ['magnetic'] },
      rate: 'aws.ebs-magnetic/io-request',
    },
  },
  columns: { size: 'type', count: 'count' },
})
