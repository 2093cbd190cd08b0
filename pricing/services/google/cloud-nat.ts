import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A gateway costs by the machines that use it, up to 32; from there on it has one price. Its addresses are static addresses in use. */
export const cloudNat = service({
  id: 'google.cloud-nat',
  name: 'Cloud NAT',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/nat/pricing',
  summary: 'Gateways through which machines without a public address reach the internet, billed by machines served and by data.',
  keywords: ['nat gateway', 'egress', 'private machines', 'network address translation'],
  inputs: {
    count: quantity({ label: 'Gateways', help: 'How many gateways there are.', unit: 'gateways', default: '1' }),
    machines: quantity({
      label: 'Machines per gateway',
      help: 'Machines that use each gateway; 32 and more cost the same.',
      unit: 'machines',
      default: '32',
    }),
    hours: hoursPerMonth({ minor: true }),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through all gateways, both directions.' }),
  },
  charges: {
    machines: {
      label: 'Machines served, below 32',
      unit: 'hour',
      quantity: 'if(machines < 32, count * machines * hours, 0)',
      rate: 'google.cloud-nat/vm-hour',
    },
    gateways: {
      label: 'Gateways of 32 machines and more',
      unit: 'hour',
      quantity: 'if(machines < 32, 0, count * hours)',
      rate: 'google.cloud-nat/gateway-hour-max',
    },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'google.cloud-nat/data-processed' },
  },
  columns: { count: 'count' },
})
