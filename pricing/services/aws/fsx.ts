import { choice, dataStored, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Lustre's throughput comes with its storage; the other kinds buy it apart. ONTAP can keep cold data in a capacity pool. */
export const fsx = service({
  id: 'aws.fsx',
  name: 'FSx file system',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/fsx/pricing/',
  summary: 'File systems of well-known makers, billed by storage, throughput and backups.',
  keywords: ['file system', 'windows file server', 'lustre', 'netapp', 'ontap', 'openzfs', 'smb', 'hpc'],
  inputs: {
    kind: choice({
      label: 'Kind',
      help: 'Windows for SMB shares, Lustre for fast computing, ONTAP and OpenZFS for both with snapshots.',
      options: { windows: 'Windows File Server', lustre: 'Lustre', ontap: 'NetApp ONTAP', openzfs: 'OpenZFS' },
      default: 'windows',
    }),
    deployment: choice({
      label: 'Deployment',
      help: 'One zone, or a second copy in another; Lustre stands in one zone.',
      options: { 'single-az': 'Single-AZ', 'multi-az': 'Multi-AZ' },
      default: 'single-az',
    }),
    ssd: dataStored({ label: 'SSD storage', help: 'GB of SSD storage provisioned.' }),
    hdd: dataStored({ label: 'HDD storage', help: 'GB of HDD storage provisioned, of Windows and Lustre.', default: '0', minor: true }),
    pool: dataStored({ label: 'Capacity pool', help: 'GB of cold data in the capacity pool, of ONTAP.', default: '0', minor: true }),
    throughput: quantity({ label: 'Throughput', help: 'Throughput provisioned in MB/s; Lustre’s comes with its storage.', unit: 'MB/s' }),
    iops: quantity({
      label: 'IOPS above those included',
      help: 'SSD IOPS above the 3 per GB that are included; Lustre has none of its own.',
      unit: 'IOPS',
      default: '0',
      minor: true,
    }),
    backup: dataStored({ label: 'Backups', help: 'GB of backups kept.', default: '0' }),
  },
  charges: {
    ssd: {
      label: 'SSD storage',
      unit: 'GB-month',
      quantity: 'ssd',
      when: { kind: ['windows', 'ontap', 'openzfs'] },
      rate: 'aws.fsx-{kind}/ssd-{deployment}',
    },
    lustreSsd: { label: 'SSD storage', unit: 'GB-month', quantity: 'ssd', when: { kind: ['lustre'] }, rate: 'aws.fsx-lustre/ssd' },
    hdd: {
      label: 'HDD storage',
      unit: 'GB-month',
      quantity: 'hdd',
      when: { kind: ['windows'] },
      rate: 'aws.fsx-windows/hdd-{deployment}',
    },
    lustreHdd: { label: 'HDD storage', unit: 'GB-month', quantity: 'hdd', when: { kind: ['lustre'] }, rate: 'aws.fsx-lustre/hdd' },
    pool: {
      label: 'Capacity pool',
      unit: 'GB-month',
      quantity: 'pool',
      when: { kind: ['ontap'] },
      rate: 'aws.fsx-ontap/capacity-pool-{deployment}',
    },
    throughput: {
      label: 'Throughput',
      unit: 'MB/s-month',
      quantity: 'throughput',
      when: { kind: ['windows', 'ontap', 'openzfs'] },
      rate: 'aws.fsx-{kind}/throughput-{deployment}',
    },
    iops: {
      label: 'IOPS above those included',
      unit: 'IOPS-month',
      quantity: 'iops',
      when: { kind: ['windows', 'ontap', 'openzfs'] },
      rate: 'aws.fsx-{kind}/iops-{deployment}',
    },
    backup: { label: 'Backups', unit: 'GB-month', quantity: 'backup', rate: 'aws.fsx-{kind}/backup' },
  },
  columns: { size: 'kind' },
})
