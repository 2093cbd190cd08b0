import { choice, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Standard storage stands beside the data nodes; UltraWarm nodes keep older data in object storage, billed apart. */
export const opensearch = service({
  id: 'aws.opensearch',
  name: 'OpenSearch domain',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/opensearch-service/pricing/',
  summary: 'Search and log analytics on nodes of a chosen size, billed by node hours and disks.',
  keywords: ['elasticsearch', 'search', 'logs', 'kibana', 'vector', 'dashboards'],
  inputs: {
    size: size({
      label: 'Data node type',
      help: 'Type of the data nodes without its ending .search, such as m6g.large.',
      sizes: { from: 'rates', patterns: ['aws.opensearch/{size}.search'] },
      default: 'm6g.large',
    }),
    count: quantity({ label: 'Data nodes', help: 'Data nodes; a multiple of the zones they stand in.', unit: 'nodes', default: '2' }),
    hours: hoursPerMonth(),
    masterSize: size({
      label: 'Cluster manager type',
      help: 'Type of the dedicated cluster managers without its ending .search.',
      sizes: { from: 'rates', patterns: ['aws.opensearch/{masterSize}.search'] },
      default: 'm6g.large',
    }),
    masters: quantity({
      label: 'Cluster managers',
      help: 'Dedicated cluster managers: 3 in production, 0 where the data nodes do it.',
      unit: 'nodes',
      default: '0',
    }),
    disk: choice({
      label: 'Disk type',
      help: 'Kind of disk of the data nodes; gp3 costs less than gp2.',
      options: { gp3: 'gp3', gp2: 'gp2' },
      default: 'gp3',
    }),
    storage: dataStored({ label: 'Disk', help: 'Disk of each data node in GB.' }),
    iops: quantity({
      label: 'IOPS above those included',
      help: 'IOPS of each data node’s gp3 disk above the 3,000 that are included.',
      unit: 'IOPS',
      default: '0',
      minor: true,
    }),
    throughput: quantity({
      label: 'Throughput above that included',
      help: 'Throughput of each data node’s gp3 disk in MB/s above the 125 that are included.',
      unit: 'MB/s',
      default: '0',
      minor: true,
    }),
    warmMedium: quantity({
      label: 'UltraWarm nodes, medium',
      help: 'Nodes ultrawarm1.medium for data read less often.',
      unit: 'nodes',
      default: '0',
      minor: true,
    }),
    warmLarge: quantity({
      label: 'UltraWarm nodes, large',
      help: 'Nodes ultrawarm1.large for data read less often.',
      unit: 'nodes',
      default: '0',
      minor: true,
    }),
    managed: dataStored({
      label: 'Managed storage',
      help: 'GB kept by UltraWarm, cold storage and OR1 nodes.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    nodes: { label: 'Data node hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.opensearch/{size}.search' },
    masters: { label: 'Cluster manager hours', unit: 'hour', quantity: 'masters * hours', rate: 'aws.opensearch/{masterSize}.search' },
    storage: { label: 'Disk', unit: 'GB-month', quantity: 'count * storage', rate: 'aws.opensearch/storage-{disk}' },
    iops: {
      label: 'IOPS above those included',
      unit: 'IOPS-month',
      quantity: 'count * iops',
      when: { disk: ['gp3'] },
      rate: 'aws.opensearch/storage-gp3-iops',
    },
    throughput: {
      label: 'Throughput above that included',
      unit: 'MB/s-month',
      quantity: 'count * throughput',
      when: { disk: ['gp3'] },
      rate: 'aws.opensearch/storage-gp3-throughput',
    },
    warmMedium: {
      label: 'UltraWarm nodes, medium',
      unit: 'hour',
      quantity: 'warmMedium * hours',
      rate: 'aws.opensearch/ultrawarm1.medium.search',
    },
    warmLarge: {
      label: 'UltraWarm nodes, large',
      unit: 'hour',
      quantity: 'warmLarge * hours',
      rate: 'aws.opensearch/ultrawarm1.large.search',
    },
    managed: { label: 'Managed storage', unit: 'GB-month', quantity: 'managed', rate: 'aws.opensearch/managed-storage' },
  },
  columns: { size: 'size', count: 'count' },
})
