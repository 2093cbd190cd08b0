import { dataPerMonth, dataStored } from '../fields.ts'
import { service } from '../service.ts'

/** What is published and what each subscription receives are charged alike; a message counts at least 1 KB. */
export const pubsub = service({
  id: 'google.pubsub',
  name: 'Pub/Sub',
  cloud: 'google',
  category: 'integration',
  source: 'https://cloud.google.com/pubsub/pricing',
  summary: 'Messages between programs, billed by data published, data delivered and messages kept.',
  keywords: ['queue', 'messaging', 'event', 'topic', 'subscription', 'stream'],
  region: 'none',
  inputs: {
    published: dataPerMonth({ label: 'Published', help: 'GB a month published to topics; each message counts at least 1 KB.' }),
    delivered: dataPerMonth({
      label: 'Delivered',
      help: 'GB a month delivered, every subscription counted: three subscriptions receive each GB three times.',
    }),
    retained: dataStored({
      label: 'Kept messages',
      help: 'GB of acknowledged messages, topics and snapshots kept, as the month’s average.',
      default: '0',
    }),
  },
  charges: {
    published: {
      label: 'Published',
      unit: 'TB',
      quantity: 'published / 1024',
      rate: 'google.pubsub/throughput',
      region: 'global',
    },
    delivered: {
      label: 'Delivered',
      unit: 'TB',
      quantity: 'delivered / 1024',
      rate: 'google.pubsub/delivery',
      region: 'global',
    },
    retained: {
      label: 'Kept messages',
      unit: 'GB-month',
      quantity: 'retained',
      rate: 'google.pubsub/retained-storage',
      region: 'global',
    },
  },
})
