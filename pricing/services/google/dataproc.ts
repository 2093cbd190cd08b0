import { hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The surcharge alone: the cluster's machines and disks are rows of their own. */
export const dataproc = service({
  id: 'google.dataproc',
  name: 'Dataproc',
  cloud: 'google',
  category: 'analytics',
  source: 'https://cloud.google.com/dataproc/pricing',
  summary: 'Managed Spark and Hadoop clusters, billed by vCPU on top of their machines; serverless jobs by compute units.',
  keywords: ['spark', 'hadoop', 'emr', 'cluster', 'data processing'],
  inputs: {
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of the whole cluster, masters and workers.', unit: 'vCPU' }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that the cluster runs, such as 4 h/day.' }),
    serverlessUnits: hoursOfUse({
      label: 'Serverless unit hours',
      help: 'Data compute unit hours a month of serverless batches.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    vcpu: { label: 'Cluster surcharge', unit: 'vCPU-hour', quantity: 'vcpus * hours', rate: 'google.dataproc/vcpu-hour' },
    serverless: { label: 'Serverless units', unit: 'DCU-hour', quantity: 'serverlessUnits', rate: 'google.dataproc/serverless-dcu-hour' },
  },
  columns: { count: 'vcpus' },
})
