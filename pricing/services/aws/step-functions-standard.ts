import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const stepFunctionsStandard = service({
  id: 'aws.step-functions-standard',
  name: 'Step Functions, standard',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/step-functions/pricing/',
  summary: 'Workflows that run for up to a year, billed by every step they take.',
  keywords: ['state machine', 'workflow', 'orchestration', 'state transition'],
  inputs: {
    executions: perMonth({ label: 'Executions', help: 'Workflows started a month.', unit: 'executions' }),
    transitions: quantity({
      label: 'Steps per execution',
      help: 'State transitions of one execution: every state entered, the start, the end and retries counted.',
      unit: 'transitions',
    }),
  },
  charges: {
    transitions: {
      label: 'State transitions',
      unit: 'transition',
      quantity: 'executions * transitions',
      rate: 'aws.step-functions-standard/state-transition',
    },
  },
})
