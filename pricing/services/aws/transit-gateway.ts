import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** What is sent pays, once; traffic that arrives at an attachment is free. */
export const transitGateway = service({
  id: 'aws.transit-gateway',
  name: 'Transit Gateway',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/transit-gateway/pricing/',
  summary: 'Hub that joins networks, VPNs and Direct Connect, billed by attachments and by GB.',
  keywords: ['tgw', 'hub', 'vpc', 'routing', 'peering'],
  inputs: {
    attachments: quantity({
      label: 'Attachments',
      help: 'Networks, VPN connections, gateways and peerings attached; the gateway itself is free.',
      unit: 'attachments',
    }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month sent into the gateway by all attachments.' }),
  },
  charges: {
    attachments: {
      label: 'Attachment hours',
      unit: 'hour',
      quantity: 'attachments * hours',
      rate: 'aws.transit-gateway/attachment-hour',
    },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'aws.transit-gateway/data-processed' },
  },
  columns: { count: 'attachments' },
})
