import { choice, dataPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Profiles of the former generation, several of which are retired; Microsoft’s has five rules included. */
export const cdn = service({
  id: 'azure.cdn',
  name: 'Azure CDN (classic)',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/cdn/',
  summary: 'Content delivery profiles of the former generation: one row for the visitors of one zone.',
  keywords: ['content delivery', 'edge', 'cache', 'verizon', 'akamai', 'classic'],
  inputs: {
    profile: choice({
      label: 'Profile',
      help: 'Whose edge serves the content.',
      options: {
        'standard-microsoft': 'Standard, Microsoft',
        'standard-verizon': 'Standard, Edgio (Verizon)',
        'standard-akamai': 'Standard, Akamai',
        'premium-verizon': 'Premium, Edgio (Verizon)',
      },
      default: 'standard-microsoft',
    }),
    zone: choice({
      label: 'Zone',
      help: 'Where the visitors of this row are; add a row for each zone.',
      options: {
        zone1: 'North America, Europe, Middle East, Africa',
        zone2: 'Asia Pacific',
        zone3: 'South America',
        zone4: 'Australia, New Zealand',
        zone5: 'India',
      },
      default: 'zone1',
    }),
    egress: dataPerMonth({ label: 'Traffic to visitors', help: 'GB a month sent to visitors in this zone.' }),
    rules: quantity({
      label: 'Rules',
      help: 'Rules of a Microsoft profile; five are included.',
      unit: 'rules',
      default: '0',
      minor: true,
    }),
    ruleRequests: perMonth({
      label: 'Requests at rules',
      help: 'Requests a month that the rules of a Microsoft profile look at.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    egress: { label: 'Traffic to visitors', unit: 'GB', quantity: 'egress', rate: 'azure.cdn-{profile}/egress-{zone}' },
    rules: {
      label: 'Rules above five',
      unit: 'rule-month',
      quantity: 'max(0, rules - 5)',
      when: { profile: ['standard-microsoft'] },
      rate: 'azure.cdn-standard-microsoft/rule-over-5',
    },
    ruleRequests: {
      label: 'Requests at rules',
      unit: 'request',
      quantity: 'ruleRequests',
      when: { profile: ['standard-microsoft'] },
      rate: 'azure.cdn-standard-microsoft/rules-engine-request',
    },
  },
  columns: { size: 'profile' },
})
