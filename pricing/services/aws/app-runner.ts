import { dataStored, hoursOfUse, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** An instance that waits pays for its memory alone; one that answers requests pays for processor and memory. */
export const appRunner = service({
  id: 'aws.app-runner',
  name: 'App Runner',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/apprunner/pricing/',
  summary: 'Runs a web container that scales by itself, billed by memory while it waits and by processor while it works.',
  keywords: ['container', 'web app', 'serverless', 'docker', 'paas'],
  inputs: {
    instances: quantity({ label: 'Instances', help: 'Instances provisioned, on average over the month.', unit: 'instances', default: '1' }),
    vcpus: quantity({
      label: 'Virtual CPUs',
      help: 'Virtual CPUs of one instance, 0.25 to 4.',
      unit: 'vCPU',
      default: '1',
      min: 0.25,
      max: 4,
    }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one instance in GB, 0.5 to 12.', default: '2', min: 0.5, max: 12 }),
    activeHours: hoursOfUse({
      label: 'Active hours',
      help: 'Hours a month in which each instance answers requests, such as 8 h/day.',
    }),
    builds: perMonth({ label: 'Build minutes', help: 'Minutes of builds a month.', unit: 'minutes', default: '0', minor: true }),
    deployments: quantity({
      label: 'Automatic deployments',
      help: 'Applications that deploy by themselves when their source changes.',
      unit: 'applications',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    memory: { label: 'Memory', unit: 'GB-hour', quantity: 'instances * memory * hours_in_month', rate: 'aws.app-runner/gb-hour' },
    cpu: { label: 'Virtual CPU', unit: 'vCPU-hour', quantity: 'instances * vcpus * activeHours', rate: 'aws.app-runner/vcpu-hour' },
    builds: { label: 'Build minutes', unit: 'minute', quantity: 'builds', rate: 'aws.app-runner/build-minute' },
    deployments: {
      label: 'Automatic deployments',
      unit: 'application-month',
      quantity: 'deployments',
      rate: 'aws.app-runner/automatic-deployment',
    },
  },
  columns: { count: 'instances' },
})
