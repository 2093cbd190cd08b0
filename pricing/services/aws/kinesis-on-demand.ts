import { dataPerMonth, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Data in is counted by record, rounded up to 1 KB each. A day of retention is included. */
export const kinesisOnDemand = service({
  id: 'aws.kinesis-on-demand',
  name: 'Kinesis stream, on-demand',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  summary: 'Data stream that grows with its traffic, billed by stream hours and by GB in and out.',
  keywords: ['stream', 'data streams', 'ingestion', 'events', 'real time'],
  inputs: {
    streams: quantity({ label: 'Streams', help: 'Streams that share this description.', unit: 'streams', default: '1' }),
    hours: hoursPerMonth(),
    dataIn: dataPerMonth({ label: 'Data in', help: 'GB a month written to each stream.' }),
    dataOut: dataPerMonth({ label: 'Data out', help: 'GB a month read from each stream, all consumers together.' }),
    extended: dataStored({
      label: 'Extended retention',
      help: 'GB kept for between one and seven days in each stream, as the month’s average.',
      default: '0',
      minor: true,
    }),
    longTerm: dataStored({
      label: 'Long-term retention',
      help: 'GB kept for longer than seven days in each stream.',
      default: '0',
      minor: true,
    }),
    consumerRead: dataPerMonth({
      label: 'Read by enhanced consumers',
      help: 'GB a month read from each stream by enhanced fan-out consumers.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    streams: { label: 'Stream hours', unit: 'hour', quantity: 'streams * hours', rate: 'aws.kinesis-on-demand/stream-hour' },
    dataIn: { label: 'Data in', unit: 'GB', quantity: 'streams * dataIn', rate: 'aws.kinesis-on-demand/data-in' },
    dataOut: { label: 'Data out', unit: 'GB', quantity: 'streams * dataOut', rate: 'aws.kinesis-on-demand/data-out' },
    extended: {
      label: 'Extended retention',
      unit: 'GB-month',
      quantity: 'streams * extended',
      rate: 'aws.kinesis-on-demand/extended-retention',
    },
    longTerm: {
      label: 'Long-term retention',
      unit: 'GB-month',
      quantity: 'streams * longTerm',
      rate: 'aws.kinesis-on-demand/long-term-retention',
    },
    consumerRead: {
      label: 'Read by enhanced consumers',
      unit: 'GB',
      quantity: 'streams * consumerRead',
      rate: 'aws.kinesis-on-demand/efo-data-out',
    },
  },
  columns: { count: 'streams' },
})
