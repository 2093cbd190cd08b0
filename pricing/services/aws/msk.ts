import { dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Traffic between brokers of one cluster is free, traffic of clients between zones is charged as data transfer. */
export const msk = service({
  id: 'aws.msk',
  name: 'MSK brokers',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/msk/pricing/',
  summary: 'Managed Kafka cluster of brokers of a chosen size, billed by broker hours and storage.',
  keywords: ['kafka', 'broker', 'stream', 'managed streaming', 'events'],
  inputs: {
    size: size({
      label: 'Broker type',
      help: 'The broker type, such as kafka.m7g.large.',
      sizes: { from: 'rates', patterns: ['aws.msk/broker-{size}'], prefix: 'kafka.' },
      default: 'kafka.m7g.large',
    }),
    count: quantity({ label: 'Brokers', help: 'Brokers of the cluster, a multiple of its zones.', unit: 'brokers', default: '3' }),
    hours: hoursPerMonth(),
    storage: dataStored({ label: 'Storage', help: 'Disk of each broker in GB.' }),
    throughput: quantity({
      label: 'Provisioned throughput',
      help: 'Storage throughput of each broker in MB/s above the 250 that is included.',
      unit: 'MB/s',
      default: '0',
      minor: true,
    }),
    lowCost: dataStored({
      label: 'Low-cost storage',
      help: 'GB of the cluster’s older data kept by tiered storage.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    brokers: { label: 'Broker hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.msk/broker-{size}' },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'aws.msk/broker-storage' },
    throughput: {
      label: 'Provisioned throughput',
      unit: 'MB/s-month',
      quantity: 'count * throughput',
      rate: 'aws.msk/storage-throughput',
    },
    lowCost: { label: 'Low-cost storage', unit: 'GB-month', quantity: 'lowCost', rate: 'aws.msk/tiered-storage' },
  },
  columns: { size: 'size', count: 'count' },
})
