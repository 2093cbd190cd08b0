import { choice, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Basic v2 includes 10 million calls a month, Standard v2 50 million; Consumption is billed by the call. */
export const apiManagement = service({
  id: 'azure.api-management',
  name: 'Azure API Management',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/api-management/',
  summary: 'Gateway, portal and policies for APIs, billed by the unit of a tier or by the call.',
  keywords: ['api gateway', 'apim', 'rest', 'developer portal', 'policies'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Developer is not for production; v2 tiers start within minutes; Consumption has no units.',
      options: {
        consumption: 'Consumption',
        developer: 'Developer',
        basic: 'Basic',
        standard: 'Standard',
        premium: 'Premium',
        'basic-v2': 'Basic v2',
        'standard-v2': 'Standard v2',
        'premium-v2': 'Premium v2',
      },
      default: 'consumption',
    }),
    count: quantity({ label: 'Units', help: 'Units of the tier; Consumption has none.', unit: 'units', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the units exist.', minor: true }),
    calls: perMonth({ label: 'Calls', help: 'Calls a month; only Consumption and the v2 tiers charge them.', unit: 'calls' }),
    gateways: quantity({
      label: 'Self-hosted gateways',
      help: 'Gateways run on your own machines, with Developer and Premium.',
      unit: 'gateways',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    units: {
      label: 'Units',
      unit: 'unit-month',
      quantity: 'count * hours / hours_in_month',
      when: { plan: ['developer', 'basic', 'standard', 'premium', 'basic-v2', 'standard-v2', 'premium-v2'] },
      rate: 'azure.api-management/{plan}',
    },
    calls: {
      label: 'Calls',
      unit: 'call',
      quantity: 'calls',
      when: { plan: ['consumption'] },
      rate: 'azure.api-management-consumption/call',
    },
    moreCalls: {
      label: 'Calls, those included at no cost',
      unit: 'call',
      quantity: 'calls',
      when: { plan: ['basic-v2', 'standard-v2'] },
      rate: 'azure.api-management-{plan}/call-overage',
    },
    gateways: {
      label: 'Self-hosted gateways',
      unit: 'gateway-month',
      quantity: 'gateways',
      when: { plan: ['developer', 'premium'] },
      rate: 'azure.api-management/self-hosted-gateway',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
