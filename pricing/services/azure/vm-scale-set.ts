import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** The set itself is free; its machines are billed as virtual machines, as many as run on average. */
export const vmScaleSet = service({
  id: 'azure.vm-scale-set',
  name: 'Virtual Machine Scale Set',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/linux/',
  summary: 'Virtual machines that follow the load; the number that runs on average is billed.',
  keywords: ['vmss', 'autoscaling', 'scale out', 'virtual machines', 'instances'],
  servesTraffic: true,
  inputs: {
    size: size({
      label: 'Size',
      help: 'The machine size of the set, such as Standard_D2s_v5.',
      sizes: { from: 'compute', cloud: 'azure' },
      default: 'Standard_D2s_v5',
    }),
    average: quantity({
      label: 'Average machines',
      help: 'Machines running on average over the month; counted as the least number when it lies below it.',
      unit: 'machines',
    }),
    minimum: quantity({
      label: 'Least machines',
      help: 'The set never runs fewer machines than this.',
      unit: 'machines',
      default: '1',
    }),
    hours: hoursPerMonth({ minor: true }),
  },
  charges: {
    machines: { label: 'Machine hours', unit: 'hour', quantity: 'max(minimum, average) * hours', compute: 'size' },
  },
  columns: { size: 'size' },
})
