import { choice, dataStored, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A throughput unit takes in 1 MB or 1,000 events a second; an event is up to 64 KB. Premium and Dedicated include events and capture. */
export const eventHubs = service({
  id: 'azure.event-hubs',
  name: 'Azure Event Hubs',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/event-hubs/',
  summary: 'Streams of events, billed by the hours of capacity units and by the events taken in.',
  keywords: ['stream', 'kafka', 'events', 'ingest', 'telemetry', 'capture'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Basic and Standard have throughput units, Premium processing units, Dedicated whole clusters.',
      options: { basic: 'Basic', standard: 'Standard', premium: 'Premium', dedicated: 'Dedicated' },
      default: 'standard',
    }),
    units: quantity({ label: 'Units', help: 'Throughput, processing or capacity units on average.', unit: 'units', default: '1' }),
    hours: hoursPerMonth(),
    events: perMonth({
      label: 'Events taken in',
      help: 'Events a month, in steps of 64 KB; Basic and Standard charge them.',
      unit: 'events',
    }),
    captureUnits: quantity({
      label: 'Units with capture',
      help: 'Throughput units of Standard namespaces that store their events; 0 without capture.',
      unit: 'units',
      default: '0',
    }),
    retained: dataStored({
      label: 'Extended retention',
      help: 'GB kept by Premium or Dedicated beyond what each unit includes.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    throughput: {
      label: 'Throughput units',
      unit: 'TU-hour',
      quantity: 'units * hours',
      when: { plan: ['basic', 'standard'] },
      rate: 'azure.event-hubs-{plan}/throughput-unit',
    },
    processing: {
      label: 'Processing units',
      unit: 'PU-hour',
      quantity: 'units * hours',
      when: { plan: ['premium'] },
      rate: 'azure.event-hubs-premium/processing-unit',
    },
    capacity: {
      label: 'Capacity units',
      unit: 'CU-hour',
      quantity: 'units * hours',
      when: { plan: ['dedicated'] },
      rate: 'azure.event-hubs-dedicated/capacity-unit',
    },
    events: {
      label: 'Events taken in',
      unit: 'event',
      quantity: 'events',
      when: { plan: ['basic', 'standard'] },
      rate: 'azure.event-hubs-{plan}/ingress-event',
    },
    capture: {
      label: 'Capture',
      unit: 'TU-hour',
      quantity: 'captureUnits * hours',
      when: { plan: ['standard'] },
      rate: 'azure.event-hubs-standard/capture',
    },
    retained: {
      label: 'Extended retention',
      unit: 'GB-month',
      quantity: 'retained',
      when: { plan: ['premium', 'dedicated'] },
      rate: 'azure.event-hubs-{plan}/extended-retention',
    },
  },
  columns: { size: 'plan', count: 'units' },
})
