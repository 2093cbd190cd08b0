import { duration, memory, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** Time is billed in steps of 100 ms and memory in steps of 64 MB. */
export const stepFunctionsExpress = service({
  id: 'aws.step-functions-express',
  name: 'Step Functions, express',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/step-functions/pricing/',
  summary: 'Workflows of up to five minutes, billed by executions and by memory × time.',
  keywords: ['state machine', 'workflow', 'orchestration', 'event processing'],
  inputs: {
    executions: perMonth({ label: 'Executions', help: 'Workflows started a month.', unit: 'executions' }),
    duration: duration({ label: 'Average duration', help: 'Time of one execution in milliseconds, such as 800 or 30 s.' }),
    memory: memory({
      label: 'Memory',
      help: 'Memory of one execution in MB: 50, and what its definition and data take; billed in steps of 64.',
      default: '64',
    }),
  },
  derived: {
    gigabytes: 'ceil(memory / 64) * 64 / 1024',
    seconds: 'ceil(duration / 100) / 10',
  },
  charges: {
    executions: { label: 'Executions', unit: 'request', quantity: 'executions', rate: 'aws.step-functions-express/request' },
    duration: {
      label: 'Memory × time',
      unit: 'GB-hour',
      quantity: 'executions * seconds * gigabytes / 3600',
      rate: 'aws.step-functions-express/duration',
    },
  },
})
