import { perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const workflows = service({
  id: 'google.workflows',
  name: 'Workflows',
  cloud: 'google',
  category: 'integration',
  source: 'https://cloud.google.com/workflows/pricing',
  summary: 'Steps that call services one after another, billed by the steps run.',
  keywords: ['orchestration', 'state machine', 'steps', 'serverless'],
  region: 'none',
  inputs: {
    internalSteps: perMonth({ label: 'Internal steps', help: 'Steps a month that stay within Google Cloud.', unit: 'steps' }),
    externalSteps: perMonth({ label: 'External steps', help: 'Steps a month that call other addresses.', unit: 'steps', default: '0' }),
  },
  charges: {
    internalSteps: {
      label: 'Internal steps',
      unit: 'step',
      quantity: 'internalSteps',
      rate: 'google.workflows/internal-step',
      region: 'global',
    },
    externalSteps: {
      label: 'External steps',
      unit: 'step',
      quantity: 'externalSteps',
      rate: 'google.workflows/external-step',
      region: 'global',
    },
  },
})
