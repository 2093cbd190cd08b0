import { dataPerMonth, dataStored, payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Events are metered in steps of 64 KB; those of AWS services on the default bus are free. */
export const eventbridge = service({
  id: 'aws.eventbridge',
  name: 'EventBridge bus',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/eventbridge/pricing/',
  summary: 'Event bus that routes events to targets by rules, billed by published events.',
  keywords: ['event bus', 'events', 'rules', 'routing', 'archive', 'api destination'],
  inputs: {
    events: perMonth({ label: 'Custom events', help: 'Events of your own published a month.', unit: 'events' }),
    eventSize: payload({
      label: 'Data per event',
      help: 'KB of one event; each 64 KB counts as an event, up to 256 KB.',
      default: '1',
      max: 256,
      minor: true,
    }),
    partnerEvents: perMonth({
      label: 'Partner events',
      help: 'Events a month published by partners’ software.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
    crossAccount: perMonth({
      label: 'Events to other accounts',
      help: 'Events a month delivered to a bus of another account or region.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
    destinations: perMonth({
      label: 'API destination calls',
      help: 'Calls a month to HTTP addresses through API destinations.',
      unit: 'calls',
      default: '0',
      minor: true,
    }),
    archived: dataPerMonth({ label: 'Archived', help: 'GB of events a month taken into an archive.', default: '0', minor: true }),
    archiveStored: dataStored({ label: 'Archive kept', help: 'GB of events kept in archives.', default: '0', minor: true }),
    replayed: perMonth({
      label: 'Replayed events',
      help: 'Archived events a month sent again.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
    discovered: perMonth({
      label: 'Schema discovery',
      help: 'Events a month looked at by schema discovery, each 8 KB counted.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    events: {
      label: 'Custom events',
      unit: 'event',
      quantity: 'events * max(1, ceil(eventSize / 64))',
      rate: 'aws.eventbridge/custom-event',
    },
    partnerEvents: { label: 'Partner events', unit: 'event', quantity: 'partnerEvents', rate: 'aws.eventbridge/partner-event' },
    crossAccount: {
      label: 'Events to other accounts',
      unit: 'event',
      quantity: 'crossAccount',
      rate: 'aws.eventbridge/cross-account-event',
    },
    destinations: {
      label: 'API destination calls',
      unit: 'call',
      quantity: 'destinations',
      rate: 'aws.eventbridge/api-destination',
    },
    archived: { label: 'Archiving', unit: 'GB', quantity: 'archived', rate: 'aws.eventbridge/archive-processing' },
    archiveStored: { label: 'Archive kept', unit: 'GB-month', quantity: 'archiveStored', rate: 'aws.eventbridge/archive-storage' },
    replayed: { label: 'Replayed events', unit: 'event', quantity: 'replayed', rate: 'aws.eventbridge/archive-replay' },
    discovered: { label: 'Schema discovery', unit: 'event', quantity: 'discovered', rate: 'aws.eventbridge/schema-discovery' },
  },
})
