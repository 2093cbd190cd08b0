import { dataPerMonth, dataStored, hoursOfUse, hoursPerMonth, payload, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A shard takes in 1 MB or 1,000 records a second. A payload unit is 25 KB, rounded up by record. A day of retention is included. */
export const kinesis = service({
  id: 'aws.kinesis',
  name: 'Kinesis stream, provisioned',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  summary: 'Data stream of a fixed number of shards, billed by shard hours and records put.',
  keywords: ['stream', 'data streams', 'shard', 'ingestion', 'events', 'real time'],
  inputs: {
    shards: quantity({
      label: 'Shards',
      help: 'Shards of the stream: at least MB a second taken in, or thousands of records a second.',
      unit: 'shards',
    }),
    hours: hoursPerMonth(),
    records: perMonth({ label: 'Records put', help: 'Records written a month.', unit: 'records' }),
    recordSize: payload({
      label: 'Record size',
      help: 'KB of one record; each 25 KB counts as a unit, up to 10 MB.',
      default: '1',
      max: 10_240,
    }),
    extendedHours: hoursOfUse({
      label: 'Extended retention',
      help: 'Hours a month that the shards keep data for longer than a day, up to seven: 24 h/day when always.',
      default: '0',
      minor: true,
    }),
    longTerm: dataStored({
      label: 'Long-term retention',
      help: 'GB kept for longer than seven days, as the month’s average.',
      default: '0',
      minor: true,
    }),
    longTermRead: dataPerMonth({
      label: 'Long-term data read',
      help: 'GB a month read from data older than seven days.',
      default: '0',
      minor: true,
    }),
    consumers: quantity({
      label: 'Enhanced consumers',
      help: 'Consumers with their own throughput (enhanced fan-out).',
      unit: 'consumers',
      default: '0',
      minor: true,
    }),
    consumerRead: dataPerMonth({
      label: 'Read by enhanced consumers',
      help: 'GB a month read by all enhanced consumers together.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    shards: { label: 'Shard hours', unit: 'shard-hour', quantity: 'shards * hours', rate: 'aws.kinesis/shard-hour' },
    puts: {
      label: 'Payload units of 25 KB',
      unit: 'unit',
      quantity: 'records * max(1, ceil(recordSize / 25))',
      rate: 'aws.kinesis/put-payload-unit',
    },
    extended: {
      label: 'Extended retention',
      unit: 'shard-hour',
      quantity: 'shards * extendedHours',
      rate: 'aws.kinesis/extended-retention',
    },
    longTerm: { label: 'Long-term retention', unit: 'GB-month', quantity: 'longTerm', rate: 'aws.kinesis/long-term-retention' },
    longTermRead: { label: 'Long-term data read', unit: 'GB', quantity: 'longTermRead', rate: 'aws.kinesis/long-term-retrieval' },
    consumers: {
      label: 'Enhanced consumers',
      unit: 'consumer-shard-hour',
      quantity: 'consumers * shards * hours',
      rate: 'aws.kinesis/efo-consumer-shard-hour',
    },
    consumerRead: { label: 'Read by enhanced consumers', unit: 'GB', quantity: 'consumerRead', rate: 'aws.kinesis/efo-data-retrieval' },
  },
  columns: { count: 'shards' },
})
