import { choice, dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'
import { bucketInputs } from './cloud-storage.ts'

/** Standard storage in several regions charges twice as much for a class A operation as in one. */
export const cloudStorageMultiRegion = service({
  id: 'google.cloud-storage-multi-region',
  name: 'Cloud Storage in several regions',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/storage/pricing',
  summary: 'Object storage of one class kept in several regions of a continent, billed by what it holds, operations and reads.',
  keywords: ['gcs', 'bucket', 'object storage', 'dual-region', 'multi-region', 'replication', 'nearline', 'coldline', 'archive'],
  region: 'none',
  inputs: {
    location: choice({
      label: 'Location',
      help: 'The multi-region or predefined dual-region of the bucket.',
      options: {
        'us-multi': 'US multi-region',
        'europe-multi': 'EU multi-region',
        'asia-multi': 'Asia multi-region',
        nam4: 'Dual-region NAM4 (Iowa and South Carolina)',
        eur4: 'Dual-region EUR4 (Netherlands and Finland)',
        asia1: 'Dual-region ASIA1 (Tokyo and Osaka)',
      },
      default: 'us-multi',
    }),
    ...bucketInputs(),
    crossRegion: dataPerMonth({
      label: 'To regions of the continent',
      help: 'GB a month read by Google Cloud services in regions of the same continent.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'google.gcs-{class}/storage', region: '{location}' },
    standardClassA: {
      label: 'Class A operations',
      unit: 'operation',
      quantity: 'classA',
      when: { class: ['standard'] },
      rate: 'google.gcs-standard-multi/operation-class-a',
      region: 'global',
    },
    classA: {
      label: 'Class A operations',
      unit: 'operation',
      quantity: 'classA',
      when: { class: ['nearline', 'coldline', 'archive'] },
      rate: 'google.gcs-{class}/operation-class-a',
      region: '{location}',
    },
    classB: {
      label: 'Class B operations',
      unit: 'operation',
      quantity: 'classB',
      rate: 'google.gcs-{class}/operation-class-b',
      region: '{location}',
    },
    retrieved: {
      label: 'Read back',
      unit: 'GB',
      quantity: 'retrieved',
      when: { class: ['nearline', 'coldline', 'archive'] },
      rate: 'google.gcs-{class}/retrieval',
      region: '{location}',
    },
    earlyDeleted: {
      label: 'Deleted too early',
      unit: 'GB-month',
      quantity: 'earlyDeleted',
      when: { class: ['nearline', 'coldline', 'archive'] },
      rate: 'google.gcs-{class}/storage',
      region: '{location}',
    },
    egress: {
      label: 'Out to the internet',
      unit: 'GB',
      quantity: 'egress',
      rate: 'google.gcs/internet-egress-{destination}',
      region: '{location}',
    },
    crossRegion: {
      label: 'To regions of the continent',
      unit: 'GB',
      quantity: 'crossRegion',
      rate: 'google.gcs/cross-region-same-continent',
      region: '{location}',
    },
  },
  columns: { size: 'class' },
})
