import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const publicIp = service({
  id: 'azure.public-ip',
  name: 'Azure public IP addresses',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/ip-addresses/',
  summary: 'Public IPv4 addresses, billed by the hour whether used or not.',
  keywords: ['ip', 'ipv4', 'address', 'static', 'prefix'],
  inputs: {
    kind: choice({
      label: 'Kind',
      help: 'Standard addresses are static; a global one serves cross-region load balancers; Basic ones are retired.',
      options: {
        standard: 'Standard, static',
        'standard-global': 'Standard, static, global',
        basic: 'Basic, dynamic (retired)',
      },
      default: 'standard',
    }),
    count: quantity({ label: 'Addresses', help: 'How many addresses there are.', unit: 'addresses', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the addresses are kept.', minor: true }),
    prefixAddresses: quantity({
      label: 'Addresses of prefixes',
      help: 'Addresses of ranges that are kept as a prefix: 4 of a /30, 16 of a /28.',
      unit: 'addresses',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    addresses: {
      label: 'Address hours',
      unit: 'hour',
      quantity: 'count * hours',
      when: { kind: ['standard', 'standard-global'] },
      rate: 'azure.public-ip-{kind}/static-hour',
    },
    dynamicAddresses: {
      label: 'Address hours',
      unit: 'hour',
      quantity: 'count * hours',
      when: { kind: ['basic'] },
      rate: 'azure.public-ip-basic/dynamic-hour',
    },
    prefixes: {
      label: 'Addresses of prefixes',
      unit: 'IP-hour',
      quantity: 'prefixAddresses * hours',
      rate: 'azure.public-ip-prefix/ip-hour',
    },
  },
  columns: { size: 'kind', count: 'count' },
})
