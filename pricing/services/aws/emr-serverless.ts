import { choice, dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Billed by worker, by the second, one minute at least. 20 GB of disk are included in each worker. */
export const emrServerless = service({
  id: 'aws.emr-serverless',
  name: 'EMR Serverless',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/emr/pricing/',
  summary: 'Spark and Hive jobs without a cluster, billed by virtual CPU, memory and time.',
  keywords: ['spark', 'hive', 'elastic mapreduce', 'big data', 'serverless'],
  inputs: {
    architecture: choice({
      label: 'Processor',
      help: 'Processor of the workers; Arm costs a fifth less than x86.',
      options: { x86: 'x86', arm: 'Arm (Graviton)' },
      default: 'x86',
    }),
    workers: quantity({ label: 'Workers', help: 'Driver and executors running side by side, on average.', unit: 'workers' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of one worker, 1 to 16.', unit: 'vCPU', default: '4', min: 1, max: 16 }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one worker in GB, 2 to 120.', default: '16', min: 2, max: 120 }),
    storage: dataStored({
      label: 'Disk',
      help: 'Disk of one worker in GB, 20 to 2,000; 20 are included.',
      default: '20',
      min: 20,
      max: 2000,
      minor: true,
    }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that the workers run, such as 2 h/day.' }),
  },
  derived: {
    workerHours: 'workers * hours',
  },
  charges: {
    cpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-hour',
      quantity: 'workerHours * vcpus',
      rate: 'aws.emr-serverless/vcpu-hour-{architecture}',
    },
    memory: { label: 'Memory', unit: 'GB-hour', quantity: 'workerHours * memory', rate: 'aws.emr-serverless/gb-hour-{architecture}' },
    storage: {
      label: 'Disk above 20 GB',
      unit: 'GB-hour',
      quantity: 'workerHours * (storage - 20)',
      rate: 'aws.emr-serverless/storage-gb-hour',
    },
  },
  columns: { size: 'architecture', count: 'workers' },
})
