import { choice, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Basic and Standard include 10 million pushes a month of a namespace. */
export const notificationHubs = service({
  id: 'azure.notification-hubs',
  name: 'Azure Notification Hubs',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/notification-hubs/',
  summary: 'Push messages to phones, billed by namespace and by pushes beyond the included.',
  keywords: ['push', 'mobile', 'notifications', 'apns', 'fcm'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Standard adds scheduled pushes and telemetry.',
      options: { free: 'Free, 1 million pushes', basic: 'Basic', standard: 'Standard' },
      default: 'basic',
    }),
    count: quantity({ label: 'Namespaces', help: 'How many namespaces there are.', unit: 'namespaces', default: '1' }),
    pushes: perMonth({ label: 'Pushes', help: 'Pushes a month of each namespace; 10 million are included.', unit: 'pushes' }),
  },
  charges: {
    namespaces: {
      label: 'Namespaces',
      unit: 'namespace-month',
      quantity: 'count',
      when: { plan: ['basic', 'standard'] },
      rate: 'azure.notification-hubs/{plan}',
    },
    pushes: {
      label: 'Pushes above 10 million',
      unit: 'push',
      quantity: 'count * max(0, pushes - 10000000)',
      when: { plan: ['basic', 'standard'] },
      rate: 'azure.notification-hubs-{plan}/push',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
