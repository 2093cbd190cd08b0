import { duration, memory, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/**
 * A run is billed for at least 100 ms and 128 MB, its memory rounded up to the next 128 MB, in GB of 1,024 MB:
 * https://learn.microsoft.com/azure/azure-functions/functions-consumption-costs
 */
export const functionsConsumption = service({
  id: 'azure.functions',
  name: 'Azure Functions, Consumption',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/functions/',
  summary: 'Code run on demand, billed by executions and by memory × time.',
  keywords: ['function', 'serverless', 'faas', 'gb-second', 'consumption plan'],
  inputs: {
    executions: perMonth({ label: 'Executions', help: 'Runs a month of all functions in the row.', unit: 'executions' }),
    duration: duration({ label: 'Average duration', help: 'Average time of one run in milliseconds, such as 120 or 2 s.' }),
    memory: memory({
      label: 'Memory used',
      help: 'Memory that a run uses in MB, at most 1,536; billed in steps of 128.',
      default: '128',
      max: 1536,
    }),
  },
  derived: {
    billedSeconds: 'executions * max(100, duration) / 1000',
    billedGigabytes: 'max(1, ceil(memory / 128)) / 8',
  },
  charges: {
    executions: { label: 'Executions', unit: 'execution', quantity: 'executions', rate: 'azure.functions-consumption/execution' },
    duration: {
      label: 'Execution time',
      unit: 'GB-second',
      quantity: 'billedSeconds * billedGigabytes',
      rate: 'azure.functions-consumption/duration',
    },
  },
})
