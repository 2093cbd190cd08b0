import { duration, hoursOfUse, memory, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Instances of a fixed memory are billed for the time they work, at least 1,000 ms a run; instances kept always ready pay a lower price
 * all the time and another while they work, and have no free amounts:
 * https://learn.microsoft.com/azure/azure-functions/functions-consumption-costs
 */
export const functionsFlex = service({
  id: 'azure.functions-flex',
  name: 'Azure Functions, Flex Consumption',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/functions/',
  summary: 'Code run on demand on instances of a chosen memory, some of them kept ready.',
  keywords: ['function', 'serverless', 'faas', 'gb-second', 'always ready', 'flex'],
  inputs: {
    executions: perMonth({ label: 'Executions', help: 'Runs a month on instances that come and go with the load.', unit: 'executions' }),
    duration: duration({ label: 'Average duration', help: 'Average time of one run in milliseconds; less than 1,000 counts as 1,000.' }),
    concurrency: quantity({
      label: 'Runs at a time',
      help: 'Runs that one instance serves at the same time on average; they share its time.',
      default: '1',
      min: 1,
    }),
    memory: memory({
      label: 'Memory of an instance',
      help: 'Memory of each instance in MB: 512, 2,048 or 4,096.',
      default: '2,048',
      min: 512,
      max: 4096,
    }),
    alwaysReady: quantity({
      label: 'Always ready instances',
      help: 'Instances kept ready all the time.',
      unit: 'instances',
      default: '0',
    }),
    readyHours: hoursOfUse({
      label: 'Busy hours of ready instances',
      help: 'Hours a month that each ready instance is at work.',
      default: '0',
      minor: true,
    }),
    readyExecutions: perMonth({
      label: 'Executions on ready instances',
      help: 'Runs a month on instances kept ready.',
      unit: 'executions',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    gigabytes: 'memory / 1024',
    billedSeconds: 'executions * max(1000, duration) / 1000 / concurrency',
  },
  charges: {
    executions: { label: 'Executions', unit: 'execution', quantity: 'executions', rate: 'azure.functions-flex-on-demand/execution' },
    duration: {
      label: 'Execution time',
      unit: 'GB-second',
      quantity: 'billedSeconds * gigabytes',
      rate: 'azure.functions-flex-on-demand/duration',
    },
    baseline: {
      label: 'Always ready, baseline',
      unit: 'GB-second',
      quantity: 'alwaysReady * hours_in_month * 3600 * gigabytes',
      rate: 'azure.functions-flex-always-ready/baseline',
    },
    readyDuration: {
      label: 'Always ready, execution time',
      unit: 'GB-second',
      quantity: 'alwaysReady * readyHours * 3600 * gigabytes',
      rate: 'azure.functions-flex-always-ready/duration',
    },
    readyExecutions: {
      label: 'Always ready, executions',
      unit: 'execution',
      quantity: 'readyExecutions',
      rate: 'azure.functions-flex-always-ready/execution',
    },
  },
})
