import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** 1,000 processing units are one node. */
export const spanner = service({
  id: 'google.spanner',
  name: 'Spanner',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/spanner/pricing',
  summary: 'Relational database that scales across machines and regions, billed by compute capacity, storage and backups.',
  keywords: ['database', 'sql', 'distributed', 'processing units', 'newsql'],
  inputs: {
    edition: choice({
      label: 'Edition',
      help: 'Standard for one region; Enterprise adds search and graphs; Enterprise Plus spans regions.',
      options: { standard: 'Standard', enterprise: 'Enterprise', 'enterprise-plus': 'Enterprise Plus' },
      default: 'standard',
    }),
    units: quantity({
      label: 'Processing units',
      help: 'Processing units provisioned, on average over the month; 1,000 are one node, 100 the least.',
      unit: 'units',
      default: '100',
    }),
    hours: hoursPerMonth(),
    stored: dataStored({ label: 'Stored', help: 'GB of tables and indexes, as the month’s average.' }),
    backups: dataStored({ label: 'Backups', help: 'GB of backups, as the month’s average.', default: '0', minor: true }),
  },
  charges: {
    compute: {
      label: 'Compute capacity',
      unit: 'node-hour',
      quantity: 'units / 1000 * hours',
      rate: 'google.spanner/{edition}-node-hour',
    },
    stored: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'google.spanner/storage-ssd' },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.spanner/backup' },
  },
  columns: { size: 'edition', count: 'units' },
})
