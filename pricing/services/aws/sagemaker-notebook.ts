import { choice, dataStored, hoursOfUse, quantity, size } from '../fields.ts'
import { service } from '../service.ts'
import { sagemakerTypes } from './sagemaker-types.ts'

export const sagemakerNotebook = service({
  id: 'aws.sagemaker-notebook',
  name: 'SageMaker notebooks',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Instances on which people explore data, billed for the hours they are switched on.',
  keywords: ['sagemaker', 'notebook', 'studio', 'jupyter', 'data science', 'machine learning', 'ml'],
  inputs: {
    kind: choice({
      label: 'Kind',
      help: 'Notebook instances stand alone; Studio runs them inside one environment for the team.',
      options: { notebook: 'Notebook instance', studio: 'Studio' },
      default: 'notebook',
    }),
    size: size({
      label: 'Instance type',
      help: 'The instance type of a notebook, such as ml.t3.medium.',
      sizes: sagemakerTypes('notebook'),
      default: 'ml.t3.medium',
    }),
    count: quantity({ label: 'Notebooks', help: 'Notebooks, usually one for each person.', unit: 'notebooks', default: '1' }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that each notebook is switched on, such as 8 h/day.' }),
    storage: dataStored({ label: 'Storage', help: 'Disk of each notebook in GB, charged all month.', default: '5', minor: true }),
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.sagemaker-{kind}/{size}' },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'count * storage', rate: 'aws.sagemaker-{kind}/storage' },
  },
  columns: { size: 'size', count: 'count' },
})
