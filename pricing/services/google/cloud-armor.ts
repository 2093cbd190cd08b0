import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const cloudArmor = service({
  id: 'google.cloud-armor',
  name: 'Cloud Armor',
  cloud: 'google',
  category: 'security',
  source: 'https://cloud.google.com/armor/pricing',
  summary: 'Firewall for web applications in front of load balancers, billed by policies, rules and requests.',
  keywords: ['waf', 'firewall', 'ddos', 'bot', 'security policy'],
  region: 'none',
  inputs: {
    policies: quantity({ label: 'Policies', help: 'Security policies.', unit: 'policies', default: '1' }),
    rules: quantity({ label: 'Rules', help: 'Rules of all policies together.', unit: 'rules' }),
    requests: perMonth({ label: 'Requests', help: 'Requests a month that the policies look at.', unit: 'requests' }),
  },
  charges: {
    policies: { label: 'Policies', unit: 'policy-month', quantity: 'policies', rate: 'google.cloud-armor/policy', region: 'global' },
    rules: { label: 'Rules', unit: 'rule-month', quantity: 'rules', rate: 'google.cloud-armor/rule', region: 'global' },
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'google.cloud-armor/request', region: 'global' },
  },
  columns: { count: 'policies' },
})
