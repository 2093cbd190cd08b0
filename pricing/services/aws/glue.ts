import { choice, hoursOfUse, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A data processing unit (DPU) is 4 vCPU and 16 GB. Jobs are billed by the second, one minute at least. */
export const glue = service({
  id: 'aws.glue',
  name: 'Glue',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/glue/pricing/',
  summary: 'Spark jobs, crawlers and the data catalogue, billed by processing units and time.',
  keywords: ['etl', 'spark', 'data catalog', 'crawler', 'data lake', 'dpu'],
  inputs: {
    job: choice({
      label: 'Kind of job',
      help: 'Flexible jobs wait for spare capacity and cost about a third less; version 6 has a price of its own.',
      options: { etl: 'Standard', 'etl-flex': 'Flexible', 'etl-glue-6': 'Standard, Glue 6' },
      default: 'etl',
    }),
    runs: perMonth({ label: 'Runs', help: 'Job runs a month.', unit: 'runs' }),
    hours: hoursOfUse({ label: 'Hours per run', help: 'Time of one run, such as 0.25 or 15 min; at least a minute.' }),
    units: quantity({ label: 'Processing units', help: 'DPU of one run: workers × their size.', unit: 'DPU', default: '10' }),
    crawlerHours: hoursOfUse({
      label: 'Crawler DPU-hours',
      help: 'Processing-unit hours of crawlers a month, ten minutes at least per run.',
      default: '0',
      minor: true,
    }),
    interactiveHours: hoursOfUse({
      label: 'Interactive DPU-hours',
      help: 'Processing-unit hours of interactive sessions and notebooks a month.',
      default: '0',
      minor: true,
    }),
    qualityHours: hoursOfUse({
      label: 'Data quality DPU-hours',
      help: 'Processing-unit hours of data quality checks a month.',
      default: '0',
      minor: true,
    }),
    objects: quantity({
      label: 'Catalogue objects',
      help: 'Tables, versions, partitions and databases kept in the catalogue.',
      unit: 'objects',
      default: '0',
      minor: true,
    }),
    requests: perMonth({
      label: 'Catalogue requests',
      help: 'Requests a month to the catalogue, those of Athena and Redshift counted too.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    jobs: { label: 'Jobs', unit: 'DPU-hour', quantity: 'runs * hours * units', rate: 'aws.glue/{job}-dpu-hour' },
    crawlers: { label: 'Crawlers', unit: 'DPU-hour', quantity: 'crawlerHours', rate: 'aws.glue/crawler-dpu-hour' },
    interactive: {
      label: 'Interactive sessions',
      unit: 'DPU-hour',
      quantity: 'interactiveHours',
      rate: 'aws.glue/interactive-dpu-hour',
    },
    quality: { label: 'Data quality', unit: 'DPU-hour', quantity: 'qualityHours', rate: 'aws.glue/data-quality-dpu-hour' },
    objects: { label: 'Catalogue objects', unit: 'object-month', quantity: 'objects', rate: 'aws.glue/catalog-storage' },
    requests: { label: 'Catalogue requests', unit: 'request', quantity: 'requests', rate: 'aws.glue/catalog-request' },
  },
  columns: { size: 'job' },
})
