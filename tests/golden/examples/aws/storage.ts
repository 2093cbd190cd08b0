import { graded, type Example } from '../../kit.ts'

const s3Faq = 'https://aws.amazon.com/s3/faqs/'
const s3Steps = graded([51_200, 0.023], [512_000, 0.022])
const s3None = { stored: '0', putRequests: '0', getRequests: '0' }

export const storageExamples: readonly Example[] = [
  {
    name: 'S3 Standard: 100 GB for 15 days, then 100 TB for 16, are 52,900 GB-months over two steps',
    source: `${s3Faq} storage example`,
    monthHours: 744,
    rows: [{ service: 'aws.s3', inputs: { ...s3None, stored: '=(100 GB * 15 + 100 TB * 16) / 31' } }],
    prices: { 'aws.s3-standard/storage': s3Steps },
    total: 1215,
  },
  {
    name: 'S3 Standard-IA: 300 GB read back',
    source: `${s3Faq} retrieval example`,
    rows: [{ service: 'aws.s3', inputs: { ...s3None, class: 'standard-ia', retrieved: '300 GB' } }],
    prices: { 'aws.s3-standard-ia/retrieval': 0.01 },
    total: 3,
  },
  {
    name: 'S3 requests: 20,000 GETs a day for 31 days, to the cent',
    source: `${s3Faq} request example`,
    monthHours: 744,
    rounding: 'vendor',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, getRequests: '20,000/day' } }],
    prices: { 'aws.s3-standard/request-get': 0.004 / 10_000 },
    total: 0.25,
  },
  {
    name: 'S3 Standard: 60 TB over two steps',
    source: 'AWS Pricing Calculator export, chrisjsherm/cd0345-design-for-performance-and-scalability',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, stored: '60 TB' } }],
    prices: { 'aws.s3-standard/storage': s3Steps },
    total: 1402.88,
  },
  {
    name: 'S3 Standard-IA: 60 TB',
    source: 'AWS Pricing Calculator export, chrisjsherm/cd0345-design-for-performance-and-scalability',
    rows: [{ service: 'aws.s3', inputs: { ...s3None, class: 'standard-ia', stored: '60 TB', retrieved: '0' } }],
    prices: { 'aws.s3-standard-ia/storage': 0.0125 },
    total: 768,
  },
]

const ebsPage = 'https://aws.amazon.com/ebs/pricing/'

export const ebsExamples: readonly Example[] = [
  {
    name: 'gp3: 2,000 GB, 10,000 IOPS and 500 MB/s for twelve hours of a 30-day month',
    source: `${ebsPage} example 1`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { storage: '2,000', iops: '10,000', throughput: '500', hours: '12' } }],
    prices: { 'aws.ebs-gp3/storage': 0.08, 'aws.ebs-gp3/iops': 0.005, 'aws.ebs-gp3/throughput': 0.06 },
    total: 3.625,
  },
  {
    name: 'gp2: 2,000 GB for twelve hours',
    source: `${ebsPage} example 2`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'gp2', storage: '2,000', hours: '12' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    total: 3.33,
  },
  {
    name: 'io2: 60,000 IOPS of one volume in two steps for twelve hours',
    source: `${ebsPage} example 3, second volume`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io2', storage: '0', iops: '60,000', hours: '12' } }],
    prices: { 'aws.ebs-io2/iops': graded([32_000, 0.065], [64_000, 0.046]) },
    total: 56.133,
    within: 0.0005,
  },
  {
    name: 'io2: steps count per volume, so three volumes cost three times one',
    source: `${ebsPage} example 11: tiers are per volume`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io2', storage: '0', iops: '60,000', count: '3', hours: '12' } }],
    prices: { 'aws.ebs-io2/iops': graded([32_000, 0.065], [64_000, 0.046]) },
    total: 168.4,
  },
  {
    name: 'io1: 2,000 GB and 1,000 IOPS for twelve hours',
    source: `${ebsPage} example 4`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'io1', storage: '2,000', iops: '1,000', hours: '12' } }],
    prices: { 'aws.ebs-io1/storage': 0.125, 'aws.ebs-io1/iops': 0.065 },
    total: 5.25,
  },
  {
    name: 'sc1: 2,000 GB for twelve hours',
    source: `${ebsPage} example 6`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs', inputs: { type: 'sc1', storage: '2,000', hours: '12' } }],
    prices: { 'aws.ebs-sc1/storage': 0.015 },
    total: 0.5,
  },
  {
    name: 'fast snapshot restore: three snapshots in two zones for two and a half hours',
    source: `${ebsPage} example 8`,
    rows: [{ service: 'aws.ebs-snapshots', inputs: { stored: '0', fastSnapshots: '3', fastZones: '2', fastHours: '2.5' } }],
    prices: { 'aws.ebs-snapshot/fast-restore': 0.75 },
    total: 11.25,
  },
  {
    name: 'snapshot archive: 200 GB deleted 468 hours before its least time is over',
    source: `${ebsPage} example 10`,
    monthHours: 720,
    rows: [{ service: 'aws.ebs-snapshots', inputs: { stored: '0', archived: '=200 GB * 468 / hours_in_month' } }],
    prices: { 'aws.ebs-snapshot-archive/storage': 0.0125 },
    total: 1.625,
  },
]
