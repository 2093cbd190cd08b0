import { choice, dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const firewall = service({
  id: 'azure.firewall',
  name: 'Azure Firewall',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/azure-firewall/',
  summary: 'Managed network firewall, billed by the hour of each deployment and by processed data.',
  keywords: ['firewall', 'network security', 'hub', 'egress filtering', 'idps'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Premium inspects encrypted traffic; Basic is for small offices.',
      options: { basic: 'Basic', standard: 'Standard', premium: 'Premium' },
      default: 'standard',
    }),
    count: quantity({ label: 'Firewalls', help: 'How many deployments there are.', unit: 'firewalls', default: '1' }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through all firewalls.' }),
  },
  charges: {
    hours: { label: 'Firewall hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.firewall-{plan}/hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'azure.firewall-{plan}/data-processed' },
  },
  columns: { size: 'plan', count: 'count' },
})
