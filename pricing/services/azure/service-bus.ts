import { choice, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** An operation is a call of up to 64 KB. Standard includes 13 million a month with its base price, over all namespaces of a subscription. */
export const serviceBus = service({
  id: 'azure.service-bus',
  name: 'Azure Service Bus',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/service-bus/',
  summary: 'Message queues and topics, billed by operations or by the hours of messaging units.',
  keywords: ['queue', 'topic', 'messages', 'broker', 'amqp', 'publish subscribe'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Basic has queues only, Standard also topics, Premium capacity of its own.',
      options: { basic: 'Basic', standard: 'Standard', premium: 'Premium' },
      default: 'standard',
    }),
    operations: perMonth({
      label: 'Operations',
      help: 'Messages sent, received and peeked at a month, in steps of 64 KB.',
      unit: 'operations',
    }),
    units: quantity({
      label: 'Messaging units',
      help: 'Messaging units of Premium namespaces.',
      unit: 'units',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the namespace exists.', minor: true }),
  },
  charges: {
    basicOperations: {
      label: 'Operations',
      unit: 'operation',
      quantity: 'operations',
      when: { plan: ['basic'] },
      rate: 'azure.service-bus-basic/operation',
    },
    base: { label: 'Base price', unit: 'hour', quantity: 'hours', when: { plan: ['standard'] }, rate: 'azure.service-bus-standard/base' },
    operations: {
      label: 'Operations, the first 13 million included',
      unit: 'operation',
      quantity: 'operations',
      when: { plan: ['standard'] },
      rate: 'azure.service-bus-standard/operation',
    },
    units: {
      label: 'Messaging units',
      unit: 'unit-hour',
      quantity: 'units * hours',
      when: { plan: ['premium'] },
      rate: 'azure.service-bus-premium/messaging-unit',
    },
  },
  columns: { size: 'plan' },
})
