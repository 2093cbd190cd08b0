import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Upgrades take a fifth more machines for a while, but only those that serve are billed. */
export const machineLearningEndpoint = service({
  id: 'azure.machine-learning-endpoint',
  name: 'Azure Machine Learning endpoints',
  cloud: 'azure',
  category: 'machine-learning',
  source: 'https://azure.microsoft.com/pricing/details/machine-learning/',
  summary: 'Machines that serve a model in real time, billed by the hour whether or not anybody asks.',
  keywords: ['inference', 'endpoint', 'model serving', 'prediction', 'ml', 'azureml', 'gpu'],
  servesTraffic: true,
  inputs: {
    size: size({
      label: 'Size',
      help: 'The machine size of the deployment, such as Standard_DS3_v2.',
      sizes: { from: 'compute', cloud: 'azure' },
      default: 'Standard_DS3_v2',
    }),
    count: quantity({
      label: 'Instances',
      help: 'Machines behind the endpoint on average; three or more in production.',
      unit: 'instances',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the endpoint is up; the whole month unless you say otherwise.' }),
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', compute: 'size' },
  },
  columns: { size: 'size', count: 'count' },
})
