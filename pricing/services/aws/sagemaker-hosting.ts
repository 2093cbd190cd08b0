import { dataPerMonth, dataStored, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Some types are sourced from a list that gives one price for hosting and training; it is asked after the hosting list. */
export const sagemakerHosting = service({
  id: 'aws.sagemaker-hosting',
  name: 'SageMaker endpoint',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Instances that serve a model in real time, billed by the hour whether or not anybody asks.',
  keywords: ['sagemaker', 'inference', 'endpoint', 'model serving', 'prediction', 'machine learning', 'ml'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the endpoint, such as ml.m5.xlarge.',
      sizes: { from: 'rates', patterns: ['aws.sagemaker-hosting/{size}', 'aws.sagemaker/{size}'], prefix: 'ml.' },
      default: 'ml.m5.large',
    }),
    count: quantity({
      label: 'Instances',
      help: 'Instances behind the endpoint, on average; two or more in production, so that they stand in two zones.',
      unit: 'instances',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the endpoint is up; the whole month unless you say otherwise.' }),
    storage: dataStored({ label: 'Storage', help: 'Disk of each instance in GB.', default: '0', minor: true }),
    dataIn: dataPerMonth({ label: 'Data in', help: 'GB a month sent to the endpoint.', default: '0', minor: true }),
    dataOut: dataPerMonth({ label: 'Data out', help: 'GB a month that the endpoint answers.', default: '0', minor: true }),
  },
  charges: {
    instances: {
      label: 'Instance hours',
      unit: 'hour',
      quantity: 'count * hours',
      rate: ['aws.sagemaker-hosting/{size}', 'aws.sagemaker/{size}'],
    },
    storage: {
      label: 'Storage',
      unit: 'GB-month',
      quantity: 'count * storage * hours / hours_in_month',
      rate: 'aws.sagemaker-hosting/storage',
    },
    dataIn: { label: 'Data in', unit: 'GB', quantity: 'dataIn', rate: 'aws.sagemaker-hosting/data-in' },
    dataOut: { label: 'Data out', unit: 'GB', quantity: 'dataOut', rate: 'aws.sagemaker-hosting/data-out' },
  },
  columns: { size: 'size', count: 'count' },
})
