import { choice, dataPerMonth, dataStored, duration, hoursOfUse, memory, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Compute is billed in GB-seconds: runs × seconds × memory, GB of 1,024 MB. Provisioned concurrency is billed while it is
 * configured, and the runs it serves have a lower duration price of their own; 512 MB of temporary storage are included.
 */
export const lambda = service({
  id: 'aws.lambda',
  name: 'Lambda function',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/lambda/pricing/',
  summary: 'Code run on demand, billed by requests and by memory × time.',
  keywords: ['function', 'serverless', 'faas', 'gb-second', 'provisioned concurrency', 'snapstart'],
  inputs: {
    architecture: choice({
      label: 'Processor',
      help: 'Arm costs a fifth less per GB-second where the code runs on it.',
      options: { x86: 'x86', arm: 'Arm (Graviton)' },
      default: 'x86',
    }),
    requests: perMonth({
      label: 'Requests',
      help: 'Runs a month on demand; those on provisioned concurrency are typed below.',
      unit: 'requests',
    }),
    duration: duration({ label: 'Average duration', help: 'Average billed time of one run in milliseconds, such as 120 or 2 s.' }),
    memory: memory({ label: 'Memory', help: 'Memory of the function in MB, 128 to 10,240.', default: '128', min: 128, max: 10_240 }),
    ephemeral: memory({
      label: 'Temporary storage',
      help: 'Storage under /tmp in MB, 512 to 10,240; 512 are included.',
      default: '512',
      min: 512,
      max: 10_240,
      minor: true,
    }),
    provisioned: quantity({ label: 'Provisioned concurrency', help: 'Environments kept warm.', unit: 'environments', default: '0' }),
    provisionedHours: hoursOfUse({
      label: 'Provisioned hours',
      help: 'Hours a month that the environments are kept warm, such as 8 h/day.',
      default: '24 h/day',
      minor: true,
    }),
    provisionedRequests: perMonth({
      label: 'Requests on provisioned concurrency',
      help: 'Runs a month served by warm environments, besides those on demand.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    provisionedDuration: duration({
      label: 'Duration on provisioned concurrency',
      help: 'Average time of a run on a warm environment; 0 when it is that of the others.',
      default: '0',
      minor: true,
    }),
    snapStartVersions: quantity({
      label: 'SnapStart versions',
      help: 'Published versions whose snapshot is cached, of Python and .NET functions.',
      unit: 'versions',
      default: '0',
      minor: true,
    }),
    snapStartRestores: perMonth({
      label: 'SnapStart restores',
      help: 'Environments a month resumed from a snapshot.',
      unit: 'restores',
      default: '0',
      minor: true,
    }),
    streamed: dataPerMonth({
      label: 'Streamed answers',
      help: 'GB a month of streamed answers beyond the first 6 MB of each.',
      default: '0',
      minor: true,
    }),
    tenantEnvironments: perMonth({
      label: 'Tenant environments',
      help: 'Environments a month created for single tenants with tenant isolation.',
      unit: 'environments',
      default: '0',
      minor: true,
    }),
    durableOperations: perMonth({
      label: 'Durable operations',
      help: 'Steps, waits and callbacks a month of durable functions.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    durableWritten: dataPerMonth({
      label: 'Durable data written',
      help: 'GB a month that durable functions write as they progress.',
      default: '0',
      minor: true,
    }),
    durableRetained: dataStored({
      label: 'Durable data kept',
      help: 'GB that durable functions keep, as the month’s average.',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    gigabytes: 'memory / 1024',
    onDemandSeconds: 'requests * duration / 1000',
    provisionedSeconds: 'provisionedRequests * if(provisionedDuration > 0, provisionedDuration, duration) / 1000',
  },
  charges: {
    requestsX86: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests + provisionedRequests',
      when: { architecture: ['x86'] },
      rate: 'aws.lambda/request',
    },
    requestsArm: {
      label: 'Requests',
      unit: 'request',
      quantity: 'requests + provisionedRequests',
      when: { architecture: ['arm'] },
      rate: ['aws.lambda/request-arm', 'aws.lambda/request'],
    },
    duration: { label: 'Compute', unit: 'GB-second', quantity: 'onDemandSeconds * gigabytes', rate: 'aws.lambda/duration-{architecture}' },
    ephemeral: {
      label: 'Temporary storage above 512 MB',
      unit: 'GB-second',
      quantity: '(onDemandSeconds + provisionedSeconds) * (ephemeral - 512) / 1024',
      rate: 'aws.lambda/ephemeral-storage',
    },
    provisioned: {
      label: 'Provisioned concurrency',
      unit: 'GB-second',
      quantity: 'provisioned * provisionedHours * 3600 * gigabytes',
      rate: 'aws.lambda/provisioned-concurrency-{architecture}',
    },
    provisionedDuration: {
      label: 'Compute on provisioned concurrency',
      unit: 'GB-second',
      quantity: 'provisionedSeconds * gigabytes',
      rate: 'aws.lambda/provisioned-duration-{architecture}',
    },
    snapStartCache: {
      label: 'SnapStart cache',
      unit: 'GB-second',
      quantity: 'snapStartVersions * gigabytes * hours_in_month * 3600',
      rate: 'aws.lambda/snapstart-cache',
    },
    snapStartRestores: {
      label: 'SnapStart restores',
      unit: 'GB',
      quantity: 'snapStartRestores * gigabytes',
      rate: 'aws.lambda/snapstart-restore',
    },
    streamed: { label: 'Streamed answers', unit: 'GB', quantity: 'streamed', rate: 'aws.lambda/response-streaming' },
    tenants: {
      label: 'Tenant environments',
      unit: 'GB',
      quantity: 'tenantEnvironments * gigabytes',
      rate: 'aws.lambda/tenant-environment',
    },
    durableOperations: {
      label: 'Durable operations',
      unit: 'operation',
      quantity: 'durableOperations',
      rate: 'aws.lambda/durable-operation',
    },
    durableWritten: { label: 'Durable data written', unit: 'GB', quantity: 'durableWritten', rate: 'aws.lambda/durable-data-written' },
    durableRetained: {
      label: 'Durable data kept',
      unit: 'GB-month',
      quantity: 'durableRetained',
      rate: 'aws.lambda/durable-data-retained',
    },
  },
  columns: { size: 'architecture' },
})
