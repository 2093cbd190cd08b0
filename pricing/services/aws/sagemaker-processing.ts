import { dataStored, hoursOfUse, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import { sagemakerTypes } from './sagemaker-types.ts'

export const sagemakerProcessing = service({
  id: 'aws.sagemaker-processing',
  name: 'SageMaker processing',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Instances that prepare data and evaluate models, billed for the time each job runs.',
  keywords: ['sagemaker', 'processing job', 'feature engineering', 'data wrangler', 'machine learning', 'ml'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the jobs, such as ml.m5.xlarge.',
      sizes: sagemakerTypes('processing'),
      default: 'ml.m5.xlarge',
    }),
    jobs: perMonth({ label: 'Jobs', help: 'Processing jobs a month.', unit: 'jobs' }),
    hours: hoursOfUse({ label: 'Hours per job', help: 'Hours that one job runs, start of the instances included.' }),
    count: quantity({ label: 'Instances per job', help: 'Instances that work on one job together.', unit: 'instances', default: '1' }),
    storage: dataStored({ label: 'Storage', help: 'Disk of each instance in GB, charged while a job runs.', default: '0', minor: true }),
  },
  derived: {
    instanceHours: 'jobs * count * hours',
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'instanceHours', rate: 'aws.sagemaker-processing/{size}' },
    storage: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'storage * instanceHours / hours_in_month',
      rate: 'aws.sagemaker-processing/storage',
    },
  },
  columns: { size: 'size', count: 'count' },
})
