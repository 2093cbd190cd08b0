import { choice, dataPerMonth, dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const dataflow = service({
  id: 'google.dataflow',
  name: 'Dataflow',
  cloud: 'google',
  category: 'analytics',
  source: 'https://cloud.google.com/dataflow/pricing',
  summary: 'Batch and streaming pipelines, billed by the vCPU, memory and disk of the workers and by data shuffled.',
  keywords: ['etl', 'beam', 'streaming', 'batch', 'pipeline', 'shuffle'],
  inputs: {
    kind: choice({
      label: 'Jobs',
      help: 'Batch jobs end; streaming jobs run all the time and have prices of their own.',
      options: { batch: 'Batch', streaming: 'Streaming' },
      default: 'batch',
    }),
    workers: quantity({ label: 'Workers', help: 'Workers running on average while jobs run.', unit: 'workers', default: '1' }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that the jobs run, such as 2 h/day.' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of one worker.', unit: 'vCPU', default: '4' }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one worker in GB.', default: '15' }),
    disk: dataStored({ label: 'Disk', help: 'Persistent disk of one worker in GB.', default: '25', minor: true }),
    shuffled: dataPerMonth({
      label: 'Shuffled or streamed data',
      help: 'GB a month that Dataflow Shuffle or Streaming Engine processes.',
      default: '0',
    }),
  },
  derived: {
    workerHours: 'workers * hours',
  },
  charges: {
    vcpu: { label: 'Virtual CPU', unit: 'vCPU-hour', quantity: 'workerHours * vcpus', rate: 'google.dataflow/{kind}-vcpu-hour' },
    memory: { label: 'Memory', unit: 'GB-hour', quantity: 'workerHours * memory', rate: 'google.dataflow/{kind}-memory-hour' },
    disk: { label: 'Disk', unit: 'GB-hour', quantity: 'workerHours * disk', rate: 'google.dataflow/disk-gb-hour' },
    shuffled: { label: 'Shuffled or streamed data', unit: 'GB', quantity: 'shuffled', rate: 'google.dataflow/{kind}-data-processed' },
  },
  columns: { size: 'kind', count: 'workers' },
})
