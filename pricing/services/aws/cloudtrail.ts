import { dataPerMonth, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** The first copy of management events in each region is free. */
export const cloudtrail = service({
  id: 'aws.cloudtrail',
  name: 'CloudTrail',
  cloud: 'aws',
  category: 'observability',
  source: 'https://aws.amazon.com/cloudtrail/pricing/',
  summary: 'Record of who did what in the account, billed by data events, further copies and analysis.',
  keywords: ['audit', 'log', 'api calls', 'compliance', 'trail'],
  inputs: {
    dataEvents: perMonth({
      label: 'Data events',
      help: 'Events a month of reading and writing data, such as objects in S3 and runs of functions.',
      unit: 'events',
    }),
    extraCopies: perMonth({
      label: 'Further copies',
      help: 'Management events a month recorded by a second and each further trail.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
    insights: perMonth({
      label: 'Events analysed',
      help: 'Events a month that Insights looks at for unusual activity.',
      unit: 'events',
      default: '0',
      minor: true,
    }),
    lakeIngested: dataPerMonth({
      label: 'Taken into Lake',
      help: 'GB of events a month taken into CloudTrail Lake.',
      default: '0',
      minor: true,
    }),
    lakeScanned: dataPerMonth({
      label: 'Searched in Lake',
      help: 'GB a month scanned by queries in CloudTrail Lake.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    dataEvents: { label: 'Data events', unit: 'event', quantity: 'dataEvents', rate: 'aws.cloudtrail/data-event' },
    extraCopies: { label: 'Further copies', unit: 'event', quantity: 'extraCopies', rate: 'aws.cloudtrail/management-event-extra-copy' },
    insights: { label: 'Events analysed', unit: 'event', quantity: 'insights', rate: 'aws.cloudtrail/insight-event' },
    lakeIngested: { label: 'Taken into Lake', unit: 'GB', quantity: 'lakeIngested', rate: 'aws.cloudtrail/lake-ingest' },
    lakeScanned: { label: 'Searched in Lake', unit: 'GB', quantity: 'lakeScanned', rate: 'aws.cloudtrail/lake-scan' },
  },
})
