import { hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** An operation is an event of up to 64 KB that comes in, each attempt to deliver it, and each filter it is held against. */
export const eventGrid = service({
  id: 'azure.event-grid',
  name: 'Azure Event Grid',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/event-grid/',
  summary: 'Delivery of events to their subscribers, billed by operation, and of MQTT messages by units.',
  keywords: ['events', 'publish subscribe', 'mqtt', 'webhook', 'routing'],
  inputs: {
    operations: perMonth({ label: 'Operations', help: 'Events taken in and attempts to deliver them a month.', unit: 'operations' }),
    units: quantity({
      label: 'Throughput units',
      help: 'Throughput units of namespaces, for MQTT and pull delivery.',
      unit: 'units',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the throughput units exist.', minor: true }),
  },
  charges: {
    operations: { label: 'Operations', unit: 'operation', quantity: 'operations', rate: 'azure.event-grid/operation' },
    units: { label: 'Throughput units', unit: 'TU-hour', quantity: 'units * hours', rate: 'azure.event-grid/throughput-unit' },
  },
})
