import { dataPerMonth, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const mskServerless = service({
  id: 'aws.msk-serverless',
  name: 'MSK Serverless',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/msk/pricing/',
  summary: 'Kafka without brokers, billed by clusters, partitions, traffic and storage.',
  keywords: ['kafka', 'stream', 'partition', 'managed streaming', 'serverless'],
  inputs: {
    count: quantity({ label: 'Clusters', help: 'Clusters that share this description.', unit: 'clusters', default: '1' }),
    hours: hoursPerMonth(),
    partitions: quantity({ label: 'Partitions', help: 'Partitions of all topics of each cluster, on average.', unit: 'partitions' }),
    stored: dataStored({ label: 'Stored', help: 'GB kept by each cluster, as the month’s average.', default: '0' }),
    dataIn: dataPerMonth({ label: 'Data in', help: 'GB a month that producers write to each cluster.', default: '0' }),
    dataOut: dataPerMonth({ label: 'Data out', help: 'GB a month that consumers read from each cluster.', default: '0' }),
  },
  charges: {
    clusters: { label: 'Cluster hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.msk/serverless-cluster-hour' },
    partitions: {
      label: 'Partition hours',
      unit: 'partition-hour',
      quantity: 'count * hours * partitions',
      rate: 'aws.msk/serverless-partition-hour',
    },
    stored: { label: 'Storage', unit: 'GB-month', quantity: 'count * stored', rate: 'aws.msk/serverless-storage' },
    dataIn: { label: 'Data in', unit: 'GB', quantity: 'count * dataIn', rate: 'aws.msk/serverless-data-in' },
    dataOut: { label: 'Data out', unit: 'GB', quantity: 'count * dataOut', rate: 'aws.msk/serverless-data-out' },
  },
  columns: { count: 'count' },
})
