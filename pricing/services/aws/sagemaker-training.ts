import { dataStored, hoursOfUse, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Some types are sourced from a list that gives one price for hosting and training; it is asked after the training list. */
export const sagemakerTraining = service({
  id: 'aws.sagemaker-training',
  name: 'SageMaker training',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Instances that train a model, billed for the time each job runs.',
  keywords: ['sagemaker', 'training job', 'gpu', 'machine learning', 'ml', 'fine-tuning'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the jobs, such as ml.p3.2xlarge.',
      sizes: { from: 'rates', patterns: ['aws.sagemaker-training/{size}', 'aws.sagemaker/{size}'], prefix: 'ml.' },
      default: 'ml.m5.large',
    }),
    jobs: perMonth({ label: 'Jobs', help: 'Training jobs a month.', unit: 'jobs' }),
    hours: hoursOfUse({ label: 'Hours per job', help: 'Hours that one job runs, start of the instances included.' }),
    count: quantity({ label: 'Instances per job', help: 'Instances that work on one job together.', unit: 'instances', default: '1' }),
    storage: dataStored({ label: 'Storage', help: 'Disk of each instance in GB, charged while a job runs.', default: '0', minor: true }),
  },
  derived: {
    instanceHours: 'jobs * count * hours',
  },
  charges: {
    instances: {
      label: 'Instance hours',
      unit: 'hour',
      quantity: 'instanceHours',
      rate: ['aws.sagemaker-training/{size}', 'aws.sagemaker/{size}'],
    },
    storage: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'storage * instanceHours / hours_in_month',
      rate: 'aws.sagemaker-training/storage',
    },
  },
  columns: { size: 'size', count: 'count' },
})
