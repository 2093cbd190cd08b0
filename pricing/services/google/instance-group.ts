import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** The group itself is free; its machines are billed as Compute Engine machines, as many as run on average. */
export const instanceGroup = service({
  id: 'google.instance-group',
  name: 'Managed instance group',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/compute/all-pricing',
  summary: 'Compute Engine machines that follow the load between a least and a greatest number; the average number is billed.',
  keywords: ['mig', 'autoscaling', 'scale out', 'compute engine', 'gke nodes', 'node pool'],
  servesTraffic: true,
  inputs: {
    size: size({
      label: 'Machine type',
      help: 'The machine type of the group, such as e2-standard-4.',
      sizes: { from: 'compute', cloud: 'google' },
      default: 'e2-standard-2',
    }),
    average: quantity({
      label: 'Average machines',
      help: 'Machines running on average over the month; counted as the least or the greatest number when it lies outside them.',
      unit: 'machines',
    }),
    minimum: quantity({
      label: 'Least machines',
      help: 'The group never runs fewer machines than this.',
      unit: 'machines',
      default: '1',
    }),
    maximum: quantity({
      label: 'Greatest machines',
      help: 'The group never runs more machines than this.',
      unit: 'machines',
      default: '10',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the group exists, such as 10 h/day; the whole month unless you say otherwise.' }),
  },
  derived: {
    running: 'max(minimum, min(average, maximum))',
  },
  charges: {
    machines: { label: 'Machine hours', unit: 'hour', quantity: 'running * hours', compute: 'size', sustained: 'hours / hours_in_month' },
  },
  columns: { size: 'size', count: 'average' },
})
