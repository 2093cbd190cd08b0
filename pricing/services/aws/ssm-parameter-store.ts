import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Standard parameters are free, and so are requests at the usual throughput. */
export const ssmParameterStore = service({
  id: 'aws.ssm-parameter-store',
  name: 'Parameter Store',
  cloud: 'aws',
  category: 'security',
  source: 'https://aws.amazon.com/systems-manager/pricing/',
  summary: 'Configuration values and secrets by name; advanced parameters and higher throughput are billed.',
  keywords: ['systems manager', 'ssm', 'configuration', 'settings', 'parameters', 'secret'],
  inputs: {
    requests: perMonth({
      label: 'Requests at higher throughput',
      help: 'Requests a month where higher throughput is switched on, and all requests for advanced parameters.',
      unit: 'requests',
    }),
    advanced: quantity({
      label: 'Advanced parameters',
      help: 'Parameters above 4 KB or with policies; standard ones are free.',
      unit: 'parameters',
      default: '0',
    }),
  },
  charges: {
    requests: {
      label: 'Requests at higher throughput',
      unit: 'request',
      quantity: 'requests',
      rate: 'aws.ssm-parameter-store/api-request-higher-throughput',
    },
    advanced: {
      label: 'Advanced parameters',
      unit: 'parameter-month',
      quantity: 'advanced',
      rate: 'aws.ssm-parameter-store/advanced-parameter',
    },
  },
})
