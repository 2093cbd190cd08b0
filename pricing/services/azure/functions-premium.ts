import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** EP1 has 1 vCPU and 3.5 GB, EP2 twice and EP3 four times as much; at least one instance is always allocated. */
export const functionsPremium = service({
  id: 'azure.functions-premium',
  name: 'Azure Functions, Premium',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/functions/',
  summary: 'Functions on instances that are always warm, billed by their vCPU and memory hours.',
  keywords: ['function', 'serverless', 'faas', 'elastic premium', 'ep1', 'ep2', 'ep3'],
  inputs: {
    plan: choice({
      label: 'Instance size',
      help: 'The size of every instance of the plan.',
      options: { ep1: 'EP1: 1 vCPU, 3.5 GB', ep2: 'EP2: 2 vCPUs, 7 GB', ep3: 'EP3: 4 vCPUs, 14 GB' },
      default: 'ep1',
    }),
    count: quantity({
      label: 'Instances',
      help: 'Instances allocated on average, those kept ready and those added under load.',
      unit: 'instances',
      default: '1',
    }),
    hours: hoursPerMonth(),
  },
  charges: {
    ep1Vcpus: {
      label: 'vCPU hours',
      unit: 'vCPU-hour',
      quantity: 'count * hours',
      when: { plan: ['ep1'] },
      rate: 'azure.functions-premium/vcpu',
    },
    ep2Vcpus: {
      label: 'vCPU hours',
      unit: 'vCPU-hour',
      quantity: 'count * hours * 2',
      when: { plan: ['ep2'] },
      rate: 'azure.functions-premium/vcpu',
    },
    ep3Vcpus: {
      label: 'vCPU hours',
      unit: 'vCPU-hour',
      quantity: 'count * hours * 4',
      when: { plan: ['ep3'] },
      rate: 'azure.functions-premium/vcpu',
    },
    ep1Memory: {
      label: 'Memory',
      unit: 'GiB-hour',
      quantity: 'count * hours * 3.5',
      when: { plan: ['ep1'] },
      rate: 'azure.functions-premium/memory',
    },
    ep2Memory: {
      label: 'Memory',
      unit: 'GiB-hour',
      quantity: 'count * hours * 7',
      when: { plan: ['ep2'] },
      rate: 'azure.functions-premium/memory',
    },
    ep3Memory: {
      label: 'Memory',
      unit: 'GiB-hour',
      quantity: 'count * hours * 14',
      when: { plan: ['ep3'] },
      rate: 'azure.functions-premium/memory',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
