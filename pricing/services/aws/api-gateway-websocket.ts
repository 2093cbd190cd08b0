import { payload, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Messages are metered in steps of 32 KB, connections by the minute. */
export const apiGatewayWebsocket = service({
  id: 'aws.api-gateway-websocket',
  name: 'API Gateway, WebSocket API',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/api-gateway/pricing/',
  summary: 'Two-way connections to clients, billed by messages and by the minutes that clients stay connected.',
  keywords: ['api', 'gateway', 'websocket', 'real time', 'push', 'chat'],
  inputs: {
    messages: perMonth({ label: 'Messages', help: 'Messages a month sent or received, both directions.', unit: 'messages' }),
    messageSize: payload({
      label: 'Data per message',
      help: 'KB of one message; each 32 KB counts as a message, up to 128 KB.',
      default: '1',
      max: 128,
      minor: true,
    }),
    connections: quantity({
      label: 'Open connections',
      help: 'Clients connected at the same time, as the average over the whole month.',
      unit: 'connections',
    }),
  },
  charges: {
    messages: {
      label: 'Messages',
      unit: 'message',
      quantity: 'messages * max(1, ceil(messageSize / 32))',
      rate: 'aws.api-gateway-websocket/message',
    },
    connections: {
      label: 'Connection minutes',
      unit: 'minute',
      quantity: 'connections * hours_in_month * 60',
      rate: 'aws.api-gateway-websocket/connection-minute',
    },
  },
  columns: { count: 'connections' },
})
