import { choice, dataPerMonth, dataStored, duration, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Request-based billing counts an instance while it serves at least one request, and least instances at a lower price while they
 * wait; instance-based billing counts it as long as it exists and charges no requests. Regions have one of two prices.
 */
export const cloudRun = service({
  id: 'google.cloud-run',
  name: 'Cloud Run',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/run/pricing',
  summary: 'Containers that scale with requests, billed by virtual CPU and memory while they work or while they exist.',
  keywords: ['serverless', 'container', 'functions', 'job', 'worker', 'knative', 'min instances'],
  inputs: {
    billing: choice({
      label: 'Billing',
      help: 'Request-based: CPU only while requests are served. Instance-based: CPU always on, as jobs and workers need it.',
      options: { request: 'Request-based', instance: 'Instance-based' },
      default: 'request',
    }),
    requests: perMonth({ label: 'Requests', help: 'Requests a month; instance-based billing does not charge them.', unit: 'requests' }),
    duration: duration({ label: 'Average duration', help: 'Average time to serve one request in milliseconds, such as 200 or 2 s.' }),
    concurrency: quantity({
      label: 'Requests at a time',
      help: 'Requests that one instance serves at the same time, on average while it serves any.',
      unit: 'requests',
      default: '1',
      min: 1,
      max: 1000,
    }),
    instances: quantity({
      label: 'Instances',
      help: 'Instances running on average, for instance-based billing; request-based billing follows the requests.',
      unit: 'instances',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that those instances exist, such as 8 h/day; for instance-based billing.' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of one instance, 0.08 to 8.', unit: 'vCPU', default: '1', max: 8 }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one instance in GB, up to 32.', default: '0.5', max: 32 }),
    leastInstances: quantity({
      label: 'Least instances',
      help: 'Instances kept warm in request-based billing, charged at a lower price while they wait.',
      unit: 'instances',
      default: '0',
      minor: true,
    }),
    egress: dataPerMonth({
      label: 'Out to the internet',
      help: 'GB a month sent to the internet within the same continent.',
      default: '0',
    }),
    crossRegion: dataPerMonth({
      label: 'To other regions',
      help: 'GB a month sent to other regions of Google Cloud on the same continent.',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    activeSeconds: 'requests * duration / 1000 / concurrency',
    waitingSeconds: 'max(0, leastInstances * hours_in_month * 3600 - activeSeconds)',
    instanceSeconds: 'instances * hours * 3600',
  },
  charges: {
    cpu: {
      label: 'Virtual CPU while serving',
      unit: 'vCPU-second',
      quantity: 'activeSeconds * vcpus',
      when: { billing: ['request'] },
      rate: 'google.cloud-run/cpu-request-based',
    },
    memory: {
      label: 'Memory while serving',
      unit: 'GB-second',
      quantity: 'activeSeconds * memory',
      when: { billing: ['request'] },
      rate: 'google.cloud-run/memory-request-based',
    },
    requests: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests',
      when: { billing: ['request'] },
      rate: 'google.cloud-run/request',
    },
    waitingCpu: {
      label: 'Virtual CPU while waiting',
      unit: 'vCPU-second',
      quantity: 'waitingSeconds * vcpus',
      when: { billing: ['request'] },
      rate: 'google.cloud-run/min-instance-cpu',
    },
    waitingMemory: {
      label: 'Memory while waiting',
      unit: 'GB-second',
      quantity: 'waitingSeconds * memory',
      when: { billing: ['request'] },
      rate: 'google.cloud-run/min-instance-memory',
    },
    instanceCpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-second',
      quantity: 'instanceSeconds * vcpus',
      when: { billing: ['instance'] },
      rate: 'google.cloud-run/cpu-instance-based',
    },
    instanceMemory: {
      label: 'Memory',
      unit: 'GB-second',
      quantity: 'instanceSeconds * memory',
      when: { billing: ['instance'] },
      rate: 'google.cloud-run/memory-instance-based',
    },
    egress: { label: 'Out to the internet', unit: 'GB', quantity: 'egress', rate: 'google.cloud-run/internet-egress' },
    crossRegion: { label: 'To other regions', unit: 'GB', quantity: 'crossRegion', rate: 'google.data-transfer/cross-region-na' },
  },
  columns: { size: 'billing', count: 'instances' },
})
