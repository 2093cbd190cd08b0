import { dataPerMonth, duration, memory, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * First generation; the second runs on Cloud Run. A function has the memory of the next step (128 MB to 8 GB), which brings its
 * processor; each run is charged in steps of 100 ms, here the average run.
 */
export const cloudFunctions = service({
  id: 'google.cloud-functions',
  name: 'Cloud Functions (1st gen)',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/functions/pricing-1stgen',
  summary: 'Code run on demand, billed by invocations and by memory and processor × time.',
  keywords: ['function', 'serverless', 'faas', 'gb-second', 'ghz-second', 'cloud run functions'],
  inputs: {
    invocations: perMonth({ label: 'Invocations', help: 'Runs a month, whatever started them.', unit: 'invocations' }),
    duration: duration({
      label: 'Average duration',
      help: 'Average time of one run in milliseconds, such as 240; charged as the next 100 ms.',
    }),
    memory: memory({
      label: 'Memory',
      help: 'Memory of the function in MB: 128, 256, 512, 1,024, 2,048, 4,096 or 8,192; others count as the next of these.',
      default: '256',
      max: 8192,
    }),
    egress: dataPerMonth({ label: 'Out to the internet', help: 'GB a month that the functions send to the internet.', default: '0' }),
    leastInstances: quantity({
      label: 'Least instances',
      help: 'Instances kept warm, charged at a lower price while they wait.',
      unit: 'instances',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    step: 'if(memory <= 128, 128, if(memory <= 256, 256, if(memory <= 512, 512, if(memory <= 1024, 1024, if(memory <= 2048, 2048, if(memory <= 4096, 4096, 8192))))))',
    gigahertz: 'if(step <= 128, 0.2, if(step <= 256, 0.4, if(step <= 512, 0.8, if(step <= 1024, 1.4, if(step <= 2048, 2.4, 4.8)))))',
    seconds: 'invocations * ceil(duration / 100) / 10',
    waitingSeconds: 'max(0, leastInstances * hours_in_month * 3600 - seconds)',
  },
  charges: {
    cpu: { label: 'Processor', unit: 'GHz-second', quantity: 'seconds * gigahertz', rate: 'google.cloud-functions/cpu' },
    memory: { label: 'Memory', unit: 'GB-second', quantity: 'seconds * step / 1024', rate: 'google.cloud-functions/memory' },
    invocations: { label: 'Invocations', unit: 'invocation', quantity: 'invocations', rate: 'google.cloud-functions/invocation' },
    waitingCpu: {
      label: 'Processor while waiting',
      unit: 'GHz-second',
      quantity: 'waitingSeconds * gigahertz',
      rate: 'google.cloud-functions/min-instance-cpu',
    },
    waitingMemory: {
      label: 'Memory while waiting',
      unit: 'GB-second',
      quantity: 'waitingSeconds * step / 1024',
      rate: 'google.cloud-functions/min-instance-memory',
    },
    egress: { label: 'Out to the internet', unit: 'GB', quantity: 'egress', rate: 'google.cloud-functions/egress' },
  },
})
