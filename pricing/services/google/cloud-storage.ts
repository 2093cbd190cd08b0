import { choice, dataPerMonth, dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const storageClasses = {
  standard: 'Standard',
  nearline: 'Nearline',
  coldline: 'Coldline',
  archive: 'Archive',
} as const

/** What a bucket is asked for, wherever it lies. */
export function bucketInputs() {
  return {
    class: choice({
      label: 'Storage class',
      help: 'Standard for what is read often; the colder classes keep for less, charge for reading and have a least time of storage.',
      options: storageClasses,
      default: 'standard',
    }),
    stored: dataStored({ label: 'Stored', help: 'GB held in this class, as the month’s average.' }),
    classA: perMonth({
      label: 'Class A operations',
      help: 'Operations a month that write or list: uploads, copies, lists.',
      unit: 'operations',
    }),
    classB: perMonth({ label: 'Class B operations', help: 'Operations a month that read: downloads, metadata.', unit: 'operations' }),
    retrieved: dataPerMonth({
      label: 'Read back',
      help: 'GB a month read from a colder class; Standard does not charge it.',
      default: '0',
    }),
    earlyDeleted: dataStored({
      label: 'Deleted too early',
      help: 'GB × months that objects deleted this month had still to stay: 30 days in Nearline, 90 in Coldline, 365 in Archive.',
      default: '0',
      minor: true,
    }),
    destination: choice({
      label: 'Internet destination',
      help: 'Where the traffic to the internet goes; add a row for each destination.',
      options: { worldwide: 'Worldwide but China and Australia', china: 'China', australia: 'Australia' },
      default: 'worldwide',
    }),
    egress: dataPerMonth({ label: 'Out to the internet', help: 'GB a month downloaded over the internet.', default: '0' }),
  } as const
}

/** A bucket in one region. */
export const cloudStorage = service({
  id: 'google.cloud-storage',
  name: 'Cloud Storage in a region',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/storage/pricing',
  summary: 'Object storage of one class in one region, billed by what it holds, by operations and by what is read back.',
  keywords: ['gcs', 'bucket', 'object storage', 'nearline', 'coldline', 'archive', 'data lake'],
  inputs: bucketInputs(),
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'google.gcs-{class}/storage' },
    classA: { label: 'Class A operations', unit: 'operation', quantity: 'classA', rate: 'google.gcs-{class}/operation-class-a' },
    classB: { label: 'Class B operations', unit: 'operation', quantity: 'classB', rate: 'google.gcs-{class}/operation-class-b' },
    retrieved: {
      label: 'Read back',
      unit: 'GB',
      quantity: 'retrieved',
      when: { class: ['nearline', 'coldline', 'archive'] },
      rate: 'google.gcs-{class}/retrieval',
    },
    earlyDeleted: {
      label: 'Deleted too early',
      unit: 'GB-month',
      quantity: 'earlyDeleted',
      when: { class: ['nearline', 'coldline', 'archive'] },
      rate: 'google.gcs-{class}/storage',
    },
    egress: { label: 'Out to the internet', unit: 'GB', quantity: 'egress', rate: 'google.gcs/internet-egress-{destination}' },
  },
  columns: { size: 'class' },
})
