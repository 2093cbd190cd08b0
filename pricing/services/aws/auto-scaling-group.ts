import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** The group itself is free; its instances are billed as EC2 instances, as many as run on average. */
export const autoScalingGroup = service({
  id: 'aws.auto-scaling-group',
  name: 'Auto Scaling group',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/ec2/autoscaling/pricing/',
  summary: 'EC2 instances that follow the load between a least and a greatest number; the average number is billed.',
  keywords: ['asg', 'autoscaling', 'scale out', 'ec2', 'instances'],
  servesTraffic: true,
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the group, such as t3.medium.',
      sizes: { from: 'compute', cloud: 'aws' },
      default: 't3.medium',
    }),
    average: quantity({
      label: 'Average instances',
      help: 'Instances running on average over the month; counted as the least or the greatest number when it lies outside them.',
      unit: 'instances',
    }),
    minimum: quantity({
      label: 'Least instances',
      help: 'The group never runs fewer instances than this.',
      unit: 'instances',
      default: '1',
    }),
    maximum: quantity({
      label: 'Greatest instances',
      help: 'The group never runs more instances than this.',
      unit: 'instances',
      default: '10',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the group exists, such as 10 h/day; the whole month unless you say otherwise.' }),
  },
  derived: {
    running: 'max(minimum, min(average, maximum))',
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'running * hours', compute: 'size' },
  },
  columns: { size: 'size', count: 'average' },
})
