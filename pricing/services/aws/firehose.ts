import { dataPerMonth, hoursOfUse, payload, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Records are rounded up to 5 KB each before they are counted. */
export const firehose = service({
  id: 'aws.firehose',
  name: 'Firehose',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/firehose/pricing/',
  summary: 'Delivers streams into storage, warehouses and search, billed by the GB taken in.',
  keywords: ['kinesis firehose', 'stream', 'delivery', 'ingestion', 'data lake', 'etl'],
  inputs: {
    records: perMonth({ label: 'Records', help: 'Records taken in a month.', unit: 'records' }),
    recordSize: payload({
      label: 'Record size',
      help: 'KB of one record; each is rounded up to the next 5 KB.',
      default: '5',
      max: 1024,
    }),
    converted: dataPerMonth({
      label: 'Format conversion',
      help: 'GB a month converted to Parquet or ORC.',
      default: '0',
      minor: true,
    }),
    partitioned: dataPerMonth({
      label: 'Dynamic partitioning',
      help: 'GB a month delivered into partitions found in the records.',
      default: '0',
      minor: true,
    }),
    vpcZones: quantity({
      label: 'Zones of VPC delivery',
      help: 'Availability zones into which a private network is delivered to; 0 for public destinations.',
      unit: 'zones',
      default: '0',
      minor: true,
    }),
    vpcHours: hoursOfUse({
      label: 'VPC delivery hours',
      help: 'Hours a month of delivery into the network.',
      default: '24 h/day',
      minor: true,
    }),
    vpcData: dataPerMonth({
      label: 'Delivered into a VPC',
      help: 'GB a month delivered into a private network.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    ingested: {
      label: 'Data taken in',
      unit: 'GB',
      quantity: 'records * max(1, ceil(recordSize / 5)) * 5 / 1048576',
      rate: 'aws.firehose/data-ingested',
    },
    converted: { label: 'Format conversion', unit: 'GB', quantity: 'converted', rate: 'aws.firehose/format-conversion' },
    partitioned: { label: 'Dynamic partitioning', unit: 'GB', quantity: 'partitioned', rate: 'aws.firehose/dynamic-partitioning' },
    vpcHours: { label: 'VPC delivery hours', unit: 'hour', quantity: 'vpcZones * vpcHours', rate: 'aws.firehose/vpc-delivery-hour' },
    vpcData: { label: 'Delivered into a VPC', unit: 'GB', quantity: 'vpcData', rate: 'aws.firehose/vpc-delivery-data' },
  },
})
