import { payload, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Publishing is metered in steps of 64 KB; deliveries cost by their kind, those to queues and functions nothing. */
export const sns = service({
  id: 'aws.sns',
  name: 'SNS topic',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/sns/pricing/',
  summary: 'Publishes a message to many subscribers, billed by what is published and by where it is delivered.',
  keywords: ['topic', 'publish', 'subscribe', 'notification', 'simple notification service', 'email', 'sms', 'push'],
  inputs: {
    published: perMonth({ label: 'Published', help: 'Messages published a month, and other API requests.', unit: 'requests' }),
    messageSize: payload({
      label: 'Data per message',
      help: 'KB of one message; each 64 KB counts as a request, up to 256 KB.',
      default: '1',
      max: 256,
      minor: true,
    }),
    http: perMonth({ label: 'HTTP deliveries', help: 'Deliveries a month to HTTP addresses.', unit: 'deliveries', default: '0' }),
    email: perMonth({ label: 'Email deliveries', help: 'Deliveries a month as email.', unit: 'deliveries', default: '0' }),
    queues: perMonth({
      label: 'Deliveries to queues',
      help: 'Deliveries a month to SQS queues; the queue’s requests are a row of their own.',
      unit: 'deliveries',
      default: '0',
      minor: true,
    }),
    functions: perMonth({
      label: 'Deliveries to functions',
      help: 'Deliveries a month to Lambda functions; their runs are a row of their own.',
      unit: 'deliveries',
      default: '0',
      minor: true,
    }),
    firehose: perMonth({
      label: 'Deliveries to Firehose',
      help: 'Deliveries a month to Firehose streams.',
      unit: 'deliveries',
      default: '0',
      minor: true,
    }),
    mobilePush: perMonth({
      label: 'Mobile push deliveries',
      help: 'Push notifications a month to mobile devices.',
      unit: 'deliveries',
      default: '0',
      minor: true,
    }),
    sms: perMonth({
      label: 'Text messages',
      help: 'Text messages a month; their price depends on the country.',
      unit: 'messages',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    published: {
      label: 'Publishing',
      unit: 'request',
      quantity: 'published * max(1, ceil(messageSize / 64))',
      rate: 'aws.sns/api-request',
    },
    http: { label: 'HTTP deliveries', unit: 'delivery', quantity: 'http', rate: 'aws.sns/http-notification' },
    email: { label: 'Email deliveries', unit: 'delivery', quantity: 'email', rate: 'aws.sns/email-notification' },
    queues: { label: 'Deliveries to queues', unit: 'delivery', quantity: 'queues', rate: 'aws.sns/delivery-sqs' },
    functions: { label: 'Deliveries to functions', unit: 'delivery', quantity: 'functions', rate: 'aws.sns/delivery-lambda' },
    firehose: { label: 'Deliveries to Firehose', unit: 'delivery', quantity: 'firehose', rate: 'aws.sns/delivery-firehose' },
    mobilePush: { label: 'Mobile push deliveries', unit: 'delivery', quantity: 'mobilePush', rate: 'aws.sns/mobile-push' },
    sms: { label: 'Text messages', unit: 'message', quantity: 'sms', rate: 'aws.sns/sms' },
  },
})
