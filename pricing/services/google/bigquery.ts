import { choice, dataPerMonth, dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Queries are paid by what they scan, or by slots of an edition; a row may have both, as projects do. */
export const bigquery = service({
  id: 'google.bigquery',
  name: 'BigQuery',
  cloud: 'google',
  category: 'analytics',
  source: 'https://cloud.google.com/bigquery/pricing',
  summary: 'Data warehouse without servers, billed by data scanned or slots, by storage and by data streamed in and out.',
  keywords: ['data warehouse', 'sql', 'analytics', 'olap', 'slots', 'editions', 'streaming'],
  inputs: {
    scanned: dataPerMonth({ label: 'Scanned on demand', help: 'GB a month that on-demand queries scan, such as 50 TB.' }),
    edition: choice({
      label: 'Edition',
      help: 'The edition of the slots, where queries are paid by slots.',
      options: { standard: 'Standard', enterprise: 'Enterprise', 'enterprise-plus': 'Enterprise Plus' },
      default: 'standard',
    }),
    slots: quantity({ label: 'Slots', help: 'Slots in use on average while they are in use.', unit: 'slots', default: '0', minor: true }),
    slotHours: hoursOfUse({
      label: 'Slot hours',
      help: 'Hours a month that the slots are in use, such as 8 h/day.',
      default: '24 h/day',
      minor: true,
    }),
    active: dataStored({ label: 'Active storage', help: 'GB of tables changed within 90 days, before compression.' }),
    longTerm: dataStored({
      label: 'Long-term storage',
      help: 'GB of tables and partitions not changed for 90 days, before compression.',
      default: '0',
    }),
    activePhysical: dataStored({
      label: 'Active storage, compressed',
      help: 'GB after compression, for datasets billed by physical storage.',
      default: '0',
      minor: true,
    }),
    longTermPhysical: dataStored({
      label: 'Long-term storage, compressed',
      help: 'GB after compression not changed for 90 days, for datasets billed by physical storage.',
      default: '0',
      minor: true,
    }),
    streamed: dataPerMonth({
      label: 'Streamed in, legacy API',
      help: 'GB a month streamed with insertAll; each row counts at least 1 KB.',
      default: '0',
    }),
    written: dataPerMonth({
      label: 'Streamed in, Storage Write API',
      help: 'GB a month streamed with the Storage Write API.',
      default: '0',
      minor: true,
    }),
    read: dataPerMonth({
      label: 'Read with the Storage Read API',
      help: 'GB a month read straight from storage by other programs.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    scanned: { label: 'Scanned on demand', unit: 'TB', quantity: 'scanned / 1024', rate: 'google.bigquery/query-on-demand' },
    slots: { label: 'Slots', unit: 'slot-hour', quantity: 'slots * slotHours', rate: 'google.bigquery/{edition}-slot-hour' },
    active: { label: 'Active storage', unit: 'GB-month', quantity: 'active', rate: 'google.bigquery/storage-active' },
    longTerm: { label: 'Long-term storage', unit: 'GB-month', quantity: 'longTerm', rate: 'google.bigquery/storage-long-term' },
    activePhysical: {
      label: 'Active storage, compressed',
      unit: 'GB-month',
      quantity: 'activePhysical',
      rate: 'google.bigquery/storage-active-physical',
    },
    longTermPhysical: {
      label: 'Long-term storage, compressed',
      unit: 'GB-month',
      quantity: 'longTermPhysical',
      rate: 'google.bigquery/storage-long-term-physical',
    },
    streamed: { label: 'Streamed in, legacy API', unit: 'MB', quantity: 'streamed * 1024', rate: 'google.bigquery/streaming-insert' },
    written: { label: 'Streamed in, Storage Write API', unit: 'GB', quantity: 'written', rate: 'google.bigquery/storage-write-api' },
    read: { label: 'Read with the Storage Read API', unit: 'TB', quantity: 'read / 1024', rate: 'google.bigquery/storage-read-api' },
  },
})
