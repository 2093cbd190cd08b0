import { dataStored, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Requests cost what they cost in S3 Standard; reading back is free. Objects under 128 KB are neither watched nor moved. */
export const s3IntelligentTiering = service({
  id: 'aws.s3-intelligent-tiering',
  name: 'S3 Intelligent-Tiering',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/s3/pricing/',
  summary: 'Object storage that moves each object to the cheapest tier its reading allows, for a fee per watched object.',
  keywords: ['bucket', 'object storage', 'lifecycle', 'automatic tiering', 'archive'],
  inputs: {
    frequent: dataStored({ label: 'Frequent tier', help: 'GB of objects read within the last 30 days.' }),
    infrequent: dataStored({ label: 'Infrequent tier', help: 'GB of objects not read for 30 days.', default: '0' }),
    archiveInstant: dataStored({ label: 'Archive instant tier', help: 'GB of objects not read for 90 days.', default: '0' }),
    archive: dataStored({
      label: 'Archive tier',
      help: 'GB in the optional archive tier, restored within hours.',
      default: '0',
      minor: true,
    }),
    deepArchive: dataStored({
      label: 'Deep archive tier',
      help: 'GB in the optional deep archive tier, restored within half a day.',
      default: '0',
      minor: true,
    }),
    objects: quantity({ label: 'Watched objects', help: 'Objects of 128 KB or more.', unit: 'objects' }),
    putRequests: perMonth({ label: 'Write requests', help: 'PUT, COPY, POST and LIST requests a month.', unit: 'requests', default: '0' }),
    getRequests: perMonth({ label: 'Read requests', help: 'GET, SELECT and all other requests a month.', unit: 'requests', default: '0' }),
    transitions: perMonth({
      label: 'Lifecycle moves',
      help: 'Objects a month that lifecycle rules move into Intelligent-Tiering.',
      unit: 'objects',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    frequent: { label: 'Frequent tier', unit: 'GB-month', quantity: 'frequent', rate: 'aws.s3-intelligent-tiering/storage-frequent' },
    infrequent: {
      label: 'Infrequent tier',
      unit: 'GB-month',
      quantity: 'infrequent',
      rate: 'aws.s3-intelligent-tiering/storage-infrequent',
    },
    archiveInstant: {
      label: 'Archive instant tier',
      unit: 'GB-month',
      quantity: 'archiveInstant',
      rate: 'aws.s3-intelligent-tiering/storage-archive-instant',
    },
    archive: { label: 'Archive tier', unit: 'GB-month', quantity: 'archive', rate: 'aws.s3-intelligent-tiering/storage-archive' },
    deepArchive: {
      label: 'Deep archive tier',
      unit: 'GB-month',
      quantity: 'deepArchive',
      rate: 'aws.s3-intelligent-tiering/storage-deep-archive',
    },
    monitoring: { label: 'Watching objects', unit: 'object-month', quantity: 'objects', rate: 'aws.s3-intelligent-tiering/monitoring' },
    put: { label: 'Write requests', unit: 'request', quantity: 'putRequests', rate: 'aws.s3-standard/request-put' },
    get: { label: 'Read requests', unit: 'request', quantity: 'getRequests', rate: 'aws.s3-standard/request-get' },
    transitions: {
      label: 'Lifecycle moves',
      unit: 'request',
      quantity: 'transitions',
      rate: 'aws.s3-intelligent-tiering/lifecycle-transition',
    },
  },
})
