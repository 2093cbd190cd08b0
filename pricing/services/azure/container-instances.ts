import { dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const containerInstances = service({
  id: 'azure.container-instances',
  name: 'Azure Container Instances',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/container-instances/',
  summary: 'Single containers billed by the second of their vCPUs and memory.',
  keywords: ['aci', 'containers', 'serverless', 'batch', 'jobs'],
  inputs: {
    count: quantity({ label: 'Container groups', help: 'How many groups of this size run side by side.', unit: 'groups', default: '1' }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that each group runs, such as 2 h/day.' }),
    vcpus: quantity({ label: 'vCPUs of a group', help: 'Virtual processors of each group.', unit: 'vCPUs', default: '1' }),
    memory: dataStored({ label: 'Memory of a group', help: 'GB of memory of each group.', default: '1.5' }),
  },
  charges: {
    vcpus: { label: 'vCPU hours', unit: 'vCPU-hour', quantity: 'count * hours * vcpus', rate: 'azure.container-instances/vcpu' },
    memory: { label: 'Memory', unit: 'GiB-hour', quantity: 'count * hours * memory', rate: 'azure.container-instances/memory' },
  },
  columns: { count: 'count' },
})
