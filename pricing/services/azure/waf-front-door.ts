import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const wafFrontDoor = service({
  id: 'azure.waf-front-door',
  name: 'Web Application Firewall (Front Door)',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/web-application-firewall/',
  summary: 'Firewall policies for classic Front Door, billed by policy, rules and inspected requests.',
  keywords: ['waf', 'firewall', 'front door', 'owasp', 'bot', 'ddos'],
  region: 'none',
  inputs: {
    policies: quantity({ label: 'Policies', help: 'Firewall policies.', unit: 'policies', default: '1' }),
    customRules: quantity({ label: 'Custom rules', help: 'Rules of your own over all policies.', unit: 'rules', default: '0' }),
    customRequests: perMonth({
      label: 'Requests at custom rules',
      help: 'Requests a month that custom rules look at.',
      unit: 'requests',
      default: '0',
    }),
    managedRules: quantity({ label: 'Managed rule sets', help: 'Rule sets kept by Microsoft.', unit: 'rule sets', default: '0' }),
    managedRequests: perMonth({
      label: 'Requests at managed rules',
      help: 'Requests a month that managed rule sets look at.',
      unit: 'requests',
      default: '0',
    }),
  },
  charges: {
    policies: { label: 'Policies', unit: 'policy-month', quantity: 'policies', rate: 'azure.waf-front-door/policy', region: 'global' },
    customRules: {
      label: 'Custom rules',
      unit: 'rule-month',
      quantity: 'customRules',
      rate: 'azure.waf-front-door/custom-rule',
      region: 'global',
    },
    customRequests: {
      label: 'Requests at custom rules',
      unit: 'request',
      quantity: 'customRequests',
      rate: 'azure.waf-front-door/custom-rule-request',
      region: 'global',
    },
    managedRules: {
      label: 'Managed rule sets',
      unit: 'ruleset-month',
      quantity: 'managedRules',
      rate: 'azure.waf-front-door/managed-ruleset',
      region: 'global',
    },
    managedRequests: {
      label: 'Requests at managed rules',
      unit: 'request',
      quantity: 'managedRequests',
      rate: 'azure.waf-front-door/managed-ruleset-request',
      region: 'global',
    },
  },
  columns: { count: 'policies' },
})
