import { hoursOfUse, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** Each instance pays for itself and a surcharge by its type; reserved and spot prices hold for the instance alone. */
export const emr = service({
  id: 'aws.emr',
  name: 'EMR cluster',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/emr/pricing/',
  summary: 'Hadoop and Spark on instances, billed by the instance hour and a surcharge for the platform.',
  keywords: ['spark', 'hadoop', 'elastic mapreduce', 'big data', 'cluster'],
  inputs: {
    size: size({
      label: 'Instance type',
      help: 'The instance type of the nodes, such as m5.xlarge; add a row for nodes of another type.',
      sizes: { from: 'compute', cloud: 'aws' },
      default: 'm5.xlarge',
    }),
    count: quantity({ label: 'Instances', help: 'Primary, core and task nodes of this type.', unit: 'instances', default: '3' }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that the cluster runs, such as 2 h/day.' }),
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', compute: 'size' },
    surcharge: { label: 'EMR surcharge', unit: 'hour', quantity: 'count * hours', rate: 'aws.emr/{size}' },
  },
  columns: { size: 'size', count: 'count' },
})
