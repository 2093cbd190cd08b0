import { choice, dataPerMonth, dataStored, hoursPerMonth, payload, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * A read unit reads 4 KB, a write unit writes 1 KB, both rounded up by item. An eventually consistent read takes half a unit, a
 * transaction takes two; every other region of a global table takes each write once more.
 */
export const dynamodb = service({
  id: 'aws.dynamodb',
  name: 'DynamoDB table',
  cloud: 'aws',
  category: 'databases',
  source: 'https://aws.amazon.com/dynamodb/pricing/',
  summary: 'Key-value database without servers, billed by reads, writes and what it holds.',
  keywords: ['nosql', 'key-value', 'document database', 'global table', 'streams', 'on-demand'],
  inputs: {
    capacity: choice({
      label: 'Capacity mode',
      help: 'On-demand pays for each read and write; provisioned pays by the hour for what may be read and written each second.',
      options: { 'on-demand': 'On-demand', provisioned: 'Provisioned' },
      default: 'on-demand',
    }),
    stored: dataStored({ label: 'Stored', help: 'GB held by the table and its indexes, as the month’s average.' }),
    reads: perMonth({ label: 'Reads', help: 'Eventually consistent reads a month, the usual kind.', unit: 'reads' }),
    writes: perMonth({ label: 'Writes', help: 'Standard writes a month, those of indexes counted too.', unit: 'writes' }),
    itemSize: payload({
      label: 'Item size',
      help: 'Average size of one item in KB; reads count in steps of 4 KB, writes in steps of 1 KB.',
      default: '1',
      max: 400,
    }),
    strongReads: perMonth({
      label: 'Strongly consistent reads',
      help: 'Reads a month that must see every earlier write; twice the price of the usual ones.',
      unit: 'reads',
      default: '0',
      minor: true,
    }),
    transactionalReads: perMonth({
      label: 'Transactional reads',
      help: 'Reads a month inside transactions; four times the price of the usual ones.',
      unit: 'reads',
      default: '0',
      minor: true,
    }),
    transactionalWrites: perMonth({
      label: 'Transactional writes',
      help: 'Writes a month inside transactions; twice the price of the usual ones.',
      unit: 'writes',
      default: '0',
      minor: true,
    }),
    readCapacity: quantity({
      label: 'Read capacity',
      help: 'Provisioned read units: strongly consistent reads of up to 4 KB each second, or twice as many of the usual kind.',
      unit: 'RCU',
    }),
    writeCapacity: quantity({
      label: 'Write capacity',
      help: 'Provisioned write units: writes of up to 1 KB each second.',
      unit: 'WCU',
    }),
    hours: hoursPerMonth({
      help: 'Hours a month that the capacity is provisioned; the whole month unless you say otherwise.',
      minor: true,
    }),
    replicas: quantity({
      label: 'Replica regions',
      help: 'Other regions of a global table that take every write of this region too; storage there is a row of its own.',
      unit: 'regions',
      default: '0',
      minor: true,
    }),
    streamReads: perMonth({
      label: 'Stream reads',
      help: 'Requests a month that read the table’s stream; those of Lambda are free.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    continuousBackup: dataStored({
      label: 'Point-in-time recovery',
      help: 'GB of tables that can be restored to any second of the last 35 days.',
      default: '0',
    }),
    backup: dataStored({ label: 'Backups', help: 'GB of on-demand backups kept.', default: '0', minor: true }),
    restored: dataPerMonth({ label: 'Restored', help: 'GB a month restored from backups.', default: '0', minor: true }),
    exported: dataPerMonth({
      label: 'Exported to S3',
      help: 'GB of tables a month exported to object storage.',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    readUnits: '(reads / 2 + strongReads + 2 * transactionalReads) * max(1, ceil(itemSize / 4))',
    writeUnits: '(writes + 2 * transactionalWrites) * max(1, ceil(itemSize))',
  },
  charges: {
    reads: {
      label: 'Read request units',
      unit: 'request unit',
      quantity: 'readUnits',
      when: { capacity: ['on-demand'] },
      rate: 'aws.dynamodb/read-request-unit',
    },
    writes: {
      label: 'Write request units',
      unit: 'request unit',
      quantity: 'writeUnits',
      when: { capacity: ['on-demand'] },
      rate: 'aws.dynamodb/write-request-unit',
    },
    replicatedWrites: {
      label: 'Replicated write request units',
      unit: 'request unit',
      quantity: 'writeUnits * replicas',
      when: { capacity: ['on-demand'] },
      rate: 'aws.dynamodb/replicated-write-request-unit',
    },
    readCapacity: {
      label: 'Provisioned reads',
      unit: 'RCU-hour',
      quantity: 'readCapacity * hours',
      when: { capacity: ['provisioned'] },
      rate: 'aws.dynamodb/provisioned-rcu',
    },
    writeCapacity: {
      label: 'Provisioned writes',
      unit: 'WCU-hour',
      quantity: 'writeCapacity * hours',
      when: { capacity: ['provisioned'] },
      rate: 'aws.dynamodb/provisioned-wcu',
    },
    replicatedCapacity: {
      label: 'Provisioned replicated writes',
      unit: 'rWCU-hour',
      quantity: 'writeCapacity * replicas * hours',
      when: { capacity: ['provisioned'] },
      rate: 'aws.dynamodb/provisioned-replicated-wcu',
    },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'aws.dynamodb/storage' },
    streams: { label: 'Stream reads', unit: 'request', quantity: 'streamReads', rate: 'aws.dynamodb/streams-read-request' },
    continuousBackup: {
      label: 'Point-in-time recovery',
      unit: 'GB-month',
      quantity: 'continuousBackup',
      rate: 'aws.dynamodb/pitr-backup',
    },
    backup: { label: 'Backups', unit: 'GB-month', quantity: 'backup', rate: 'aws.dynamodb/backup' },
    restored: { label: 'Restored', unit: 'GB', quantity: 'restored', rate: 'aws.dynamodb/restore' },
    exported: { label: 'Exported to S3', unit: 'GB', quantity: 'exported', rate: 'aws.dynamodb/export' },
  },
  columns: { size: 'capacity' },
})
