import { choice, dataStored, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Consumption pays for every action and connector call; Standard pays for a plan’s vCPU and memory, and for calls of managed connectors. */
export const logicApps = service({
  id: 'azure.logic-apps',
  name: 'Azure Logic Apps',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/logic-apps/',
  summary: 'Workflows between systems, billed by their actions or by the hours of a plan.',
  keywords: ['workflow', 'integration', 'connectors', 'automation', 'actions'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Standard runs on instances of your own, Consumption is billed by the action.',
      options: { standard: 'Standard', consumption: 'Consumption' },
      default: 'standard',
    }),
    count: quantity({ label: 'Instances', help: 'Instances of the Standard plan on average.', unit: 'instances', default: '1' }),
    vcpus: quantity({
      label: 'vCPUs of an instance',
      help: 'Virtual processors of each instance: WS1 has 1, WS2 has 2, WS3 has 4.',
      unit: 'vCPUs',
      default: '1',
    }),
    memory: dataStored({
      label: 'Memory of an instance',
      help: 'GB of each instance: WS1 has 3.5, WS2 has 7, WS3 has 14.',
      default: '3.5',
    }),
    hours: hoursPerMonth({ minor: true }),
    actions: perMonth({ label: 'Built-in actions', help: 'Actions a month on the Consumption plan.', unit: 'actions', default: '0' }),
    standardCalls: perMonth({ label: 'Standard connector calls', help: 'Calls a month of managed connectors.', unit: 'calls' }),
    enterpriseCalls: perMonth({
      label: 'Enterprise connector calls',
      help: 'Calls a month of enterprise connectors, such as SAP.',
      unit: 'calls',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    instanceMonths: 'count * hours / hours_in_month',
  },
  charges: {
    vcpus: {
      label: 'vCPU',
      unit: 'vCPU-month',
      quantity: 'instanceMonths * vcpus',
      when: { plan: ['standard'] },
      rate: 'azure.logic-apps-standard/vcpu',
    },
    memory: {
      label: 'Memory',
      unit: 'GiB-month',
      quantity: 'instanceMonths * memory',
      when: { plan: ['standard'] },
      rate: 'azure.logic-apps-standard/memory',
    },
    actions: {
      label: 'Built-in actions',
      unit: 'action',
      quantity: 'actions',
      when: { plan: ['consumption'] },
      rate: 'azure.logic-apps-consumption/action',
    },
    standardCalls: {
      label: 'Standard connector calls',
      unit: 'call',
      quantity: 'standardCalls',
      rate: 'azure.logic-apps-{plan}/connector-standard',
    },
    enterpriseCalls: {
      label: 'Enterprise connector calls',
      unit: 'call',
      quantity: 'enterpriseCalls',
      rate: 'azure.logic-apps-{plan}/connector-enterprise',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
