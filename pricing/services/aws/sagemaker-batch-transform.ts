import { hoursOfUse, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import { sagemakerTypes } from './sagemaker-types.ts'

export const sagemakerBatchTransform = service({
  id: 'aws.sagemaker-batch-transform',
  name: 'SageMaker batch transform',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Instances that score a whole data set with a model, billed for the time each job runs.',
  keywords: ['sagemaker', 'batch inference', 'scoring', 'prediction', 'machine learning', 'ml'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the jobs, such as ml.m5.xlarge.',
      sizes: sagemakerTypes('batch-transform'),
      default: 'ml.m5.xlarge',
    }),
    jobs: perMonth({ label: 'Jobs', help: 'Transform jobs a month, such as 1/day.', unit: 'jobs' }),
    hours: hoursOfUse({ label: 'Hours per job', help: 'Hours that one job runs, start of the instances included.' }),
    count: quantity({ label: 'Instances per job', help: 'Instances that work on one job together.', unit: 'instances', default: '1' }),
  },
  charges: {
    instances: {
      label: 'Instance hours',
      unit: 'hour',
      quantity: 'jobs * count * hours',
      rate: 'aws.sagemaker-batch-transform/{size}',
    },
  },
  columns: { size: 'size', count: 'count' },
})
