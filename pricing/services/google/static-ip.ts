import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** An address on a machine costs less than one that is reserved and unused; on a forwarding rule it is free. */
export const staticIp = service({
  id: 'google.static-ip',
  name: 'External IPv4 addresses',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#ipaddress',
  summary: 'External addresses of machines, static or not, and reserved addresses that nothing uses, billed by the hour.',
  keywords: ['public ip', 'static ip', 'elastic ip', 'address', 'external ip', 'ephemeral ip'],
  inputs: {
    count: quantity({
      label: 'Addresses in use',
      help: 'Addresses that machines use, Cloud NAT included.',
      unit: 'addresses',
      default: '1',
    }),
    idle: quantity({ label: 'Unused addresses', help: 'Reserved addresses that nothing uses.', unit: 'addresses', default: '0' }),
    hours: hoursPerMonth({ minor: true }),
  },
  charges: {
    used: { label: 'Addresses in use', unit: 'hour', quantity: 'count * hours', rate: 'google.static-ip/in-use-vm-hour' },
    idle: { label: 'Unused addresses', unit: 'hour', quantity: 'idle * hours', rate: 'google.static-ip/unused-hour' },
  },
  columns: { count: 'count' },
})
