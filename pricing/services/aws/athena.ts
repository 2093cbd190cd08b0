import { hoursOfUse, memory, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Scanned data is counted by query, rounded up to at least 10 MB; columnar formats and partitions lower it. */
export const athena = service({
  id: 'aws.athena',
  name: 'Athena',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/athena/pricing/',
  summary: 'SQL over files in object storage, billed by the data that queries scan.',
  keywords: ['sql', 'query', 'data lake', 'presto', 'trino', 's3'],
  inputs: {
    queries: perMonth({ label: 'Queries', help: 'Queries a month.', unit: 'queries' }),
    scanned: memory({ label: 'Scanned per query', help: 'Data that one query reads in MB, such as 500 or 20 GB; at least 10 MB count.' }),
    capacityHours: hoursOfUse({
      label: 'Provisioned DPU-hours',
      help: 'Processing-unit hours a month of provisioned capacity, whose queries do not pay for what they scan.',
      default: '0',
      minor: true,
    }),
    sparkHours: hoursOfUse({
      label: 'Spark DPU-hours',
      help: 'Processing-unit hours a month of Spark notebooks and jobs.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    scanned: { label: 'Data scanned', unit: 'TB', quantity: 'queries * max(10, scanned) / 1048576', rate: 'aws.athena/data-scanned' },
    capacity: { label: 'Provisioned capacity', unit: 'DPU-hour', quantity: 'capacityHours', rate: 'aws.athena/provisioned-dpu-hour' },
    spark: { label: 'Spark', unit: 'DPU-hour', quantity: 'sparkHours', rate: 'aws.athena/spark-dpu-hour' },
  },
})
