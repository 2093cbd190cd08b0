import { dataPerMonth, dataStored, hoursOfUse, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** RA3 nodes keep their data in managed storage, billed apart; DC2 nodes have disks of their own. */
export const redshift = service({
  id: 'aws.redshift',
  name: 'Redshift cluster',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/redshift/pricing/',
  summary: 'Data warehouse on nodes of a chosen size, billed by node hours and managed storage.',
  keywords: ['data warehouse', 'sql', 'analytics', 'ra3', 'spectrum'],
  inputs: {
    size: size({
      label: 'Node type',
      help: 'The node type, such as ra3.xlplus.',
      sizes: { from: 'rates', patterns: ['aws.redshift/node-{size}'] },
      default: 'ra3.xlplus',
    }),
    count: quantity({ label: 'Nodes', help: 'Compute nodes of the cluster; the leader node is free.', unit: 'nodes', default: '2' }),
    hours: hoursPerMonth({ help: 'Hours a month that the cluster is not paused; the whole month unless you say otherwise.' }),
    storage: dataStored({ label: 'Managed storage', help: 'GB of tables kept by RA3 nodes; 0 for DC2 nodes.' }),
    backup: dataStored({ label: 'Backups', help: 'GB of snapshots kept beyond the free ones.', default: '0', minor: true }),
    scanned: dataPerMonth({
      label: 'Scanned by Spectrum',
      help: 'GB of files in object storage that queries read a month.',
      default: '0',
      minor: true,
    }),
    scalingHours: hoursOfUse({
      label: 'Concurrency scaling',
      help: 'Hours a month that an added cluster ran beyond the free hour a day.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    nodes: { label: 'Node hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.redshift/node-{size}' },
    scaling: { label: 'Concurrency scaling', unit: 'hour', quantity: 'count * scalingHours', rate: 'aws.redshift/node-{size}' },
    storage: { label: 'Managed storage', unit: 'GB-month', quantity: 'storage', rate: 'aws.redshift/managed-storage' },
    backup: { label: 'Backups', unit: 'GB-month', quantity: 'backup', rate: 'aws.redshift/backup' },
    spectrum: { label: 'Scanned by Spectrum', unit: 'TB', quantity: 'scanned / 1024', rate: 'aws.redshift/spectrum' },
  },
  columns: { size: 'size', count: 'count' },
})
