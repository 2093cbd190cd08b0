import { choice, dataPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const staticWebApps = service({
  id: 'azure.static-web-apps',
  name: 'Azure Static Web Apps',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/app-service/static/',
  summary: 'Web sites of files and functions, billed by the app and by traffic beyond the free amount.',
  keywords: ['static site', 'jamstack', 'spa', 'hosting', 'web'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Free has no service level and cannot exceed its traffic; Standard can.',
      options: { free: 'Free', standard: 'Standard' },
      default: 'standard',
    }),
    count: quantity({ label: 'Apps', help: 'How many apps there are.', unit: 'apps', default: '1' }),
    bandwidth: dataPerMonth({ label: 'Traffic', help: 'GB a month sent to visitors by all apps.' }),
  },
  charges: {
    apps: {
      label: 'Apps',
      unit: 'app-month',
      quantity: 'count',
      when: { plan: ['standard'] },
      rate: 'azure.static-web-apps/standard',
    },
    bandwidth: {
      label: 'Traffic',
      unit: 'GB',
      quantity: 'bandwidth',
      when: { plan: ['standard'] },
      rate: 'azure.static-web-apps/bandwidth',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
