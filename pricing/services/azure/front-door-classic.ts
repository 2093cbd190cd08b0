import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const frontDoorClassic = service({
  id: 'azure.front-door-classic',
  name: 'Azure Front Door (classic)',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/frontdoor/',
  summary: 'The former generation of Front Door, billed by routing rules and by traffic in and out.',
  keywords: ['cdn', 'content delivery', 'edge', 'classic', 'routing rules'],
  inputs: {
    rules: quantity({ label: 'Routing rules', help: 'Routing rules of the profile; those above five cost less.', unit: 'rules' }),
    hours: hoursPerMonth({ minor: true }),
    egress: dataPerMonth({
      label: 'Traffic to visitors',
      help: 'GB a month to visitors in North America, Europe and Africa.',
    }),
    dataIn: dataPerMonth({ label: 'Traffic to origin', help: 'GB a month from the edge to your origin.', default: '0' }),
  },
  charges: {
    firstRules: {
      label: 'First five routing rules',
      unit: 'rule-hour',
      quantity: 'hours * min(5, rules)',
      rate: 'azure.front-door-classic/routing-rule-first-5',
    },
    moreRules: {
      label: 'Routing rules above five',
      unit: 'rule-hour',
      quantity: 'hours * max(0, rules - 5)',
      rate: 'azure.front-door-classic/routing-rule-additional',
    },
    egress: { label: 'Traffic to visitors', unit: 'GB', quantity: 'egress', rate: 'azure.front-door-classic/egress-na-eu-africa' },
    dataIn: { label: 'Traffic to origin', unit: 'GB', quantity: 'dataIn', rate: 'azure.front-door-classic/data-in' },
  },
})
