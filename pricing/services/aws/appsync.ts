import { hoursOfUse, payload, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Updates to subscribers are metered in steps of 5 KB, connections by the minute. */
export const appsync = service({
  id: 'aws.appsync',
  name: 'AppSync',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/appsync/pricing/',
  summary: 'GraphQL front door with live updates, billed by queries, updates and connected minutes.',
  keywords: ['graphql', 'api', 'real time', 'subscription', 'mobile'],
  inputs: {
    queries: perMonth({ label: 'Queries and changes', help: 'Queries and mutations a month.', unit: 'requests' }),
    updates: perMonth({
      label: 'Live updates',
      help: 'Updates a month received by subscribed clients, each client counted.',
      unit: 'updates',
      default: '0',
    }),
    updateSize: payload({ label: 'Data per update', help: 'KB of one update; each 5 KB counts.', default: '1', max: 240, minor: true }),
    connections: quantity({
      label: 'Connected clients',
      help: 'Clients connected for live updates at the same time, as the average over the month.',
      unit: 'clients',
      default: '0',
    }),
    cacheHours: hoursOfUse({
      label: 'Cache hours',
      help: 'Hours a month that a cache is on; its price depends on its size.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    queries: { label: 'Queries and changes', unit: 'request', quantity: 'queries', rate: 'aws.appsync/query' },
    updates: {
      label: 'Live updates',
      unit: 'update',
      quantity: 'updates * max(1, ceil(updateSize / 5))',
      rate: 'aws.appsync/real-time-update',
    },
    connections: {
      label: 'Connection minutes',
      unit: 'minute',
      quantity: 'connections * hours_in_month * 60',
      rate: 'aws.appsync/connection-minute',
    },
    cache: { label: 'Cache hours', unit: 'hour', quantity: 'cacheHours', rate: 'aws.appsync/cache-hour' },
  },
})
