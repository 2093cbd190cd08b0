import { hoursOfUse, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Azure Machine Learning charges nothing above the machines it runs: https://azure.microsoft.com/pricing/details/machine-learning/ */
export const machineLearning = service({
  id: 'azure.machine-learning',
  name: 'Azure Machine Learning compute',
  cloud: 'azure',
  category: 'machine-learning',
  source: 'https://azure.microsoft.com/pricing/details/machine-learning/',
  summary: 'Training clusters and workstations, billed as the machines they run on.',
  keywords: ['training', 'ml', 'gpu', 'notebook', 'cluster', 'azureml', 'deep learning'],
  inputs: {
    size: size({
      label: 'Size',
      help: 'The machine size of each node, such as Standard_NC4as_T4_v3.',
      sizes: { from: 'compute', cloud: 'azure' },
      default: 'Standard_D4s_v3',
    }),
    jobs: quantity({ label: 'Jobs', help: 'Training runs a month, or workstations.', unit: 'jobs', default: '1' }),
    nodes: quantity({ label: 'Nodes of a job', help: 'Machines that each job uses at the same time.', unit: 'nodes', default: '1' }),
    hours: hoursOfUse({ label: 'Hours of a job', help: 'Hours that each job takes, or that a workstation is on a month.' }),
  },
  charges: {
    nodes: { label: 'Node hours', unit: 'hour', quantity: 'jobs * nodes * hours', compute: 'size' },
  },
  columns: { size: 'size', count: 'jobs' },
})
