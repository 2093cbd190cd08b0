import { dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const bigtable = service({
  id: 'google.bigtable',
  name: 'Bigtable',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/bigtable/pricing',
  summary: 'Wide-column database for large workloads, billed by nodes and by what it holds.',
  keywords: ['nosql', 'hbase', 'wide column', 'key-value', 'time series'],
  inputs: {
    nodes: quantity({ label: 'Nodes', help: 'Nodes of all clusters, on average over the month.', unit: 'nodes', default: '1' }),
    hours: hoursPerMonth(),
    ssd: dataStored({ label: 'SSD storage', help: 'GB held on SSD in each cluster, all clusters together.' }),
    hdd: dataStored({ label: 'HDD storage', help: 'GB held on HDD in each cluster, all clusters together.', default: '0', minor: true }),
    backups: dataStored({ label: 'Backups', help: 'GB of backups, as the month’s average.', default: '0', minor: true }),
  },
  charges: {
    nodes: { label: 'Node hours', unit: 'hour', quantity: 'nodes * hours', rate: 'google.bigtable/node-hour' },
    ssd: { label: 'SSD storage', unit: 'GB-month', quantity: 'ssd', rate: 'google.bigtable/storage-ssd' },
    hdd: { label: 'HDD storage', unit: 'GB-month', quantity: 'hdd', rate: 'google.bigtable/storage-hdd' },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.bigtable/backup' },
  },
  columns: { count: 'nodes' },
})
