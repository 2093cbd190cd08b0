import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The premium on transfer is charged on the busier direction alone, beside the usual price of data transfer. */
export const globalAccelerator = service({
  id: 'aws.global-accelerator',
  name: 'Global Accelerator',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/global-accelerator/pricing/',
  summary: 'Fixed addresses that lead users into the nearest edge of the network, billed by the hour and by GB.',
  keywords: ['anycast', 'latency', 'static ip', 'edge', 'failover'],
  region: 'none',
  inputs: {
    count: quantity({ label: 'Accelerators', help: 'How many accelerators there are.', unit: 'accelerators', default: '1' }),
    hours: hoursPerMonth(),
    premium: dataPerMonth({
      label: 'Transfer over the network',
      help: 'GB a month in the busier direction of all accelerators; its premium depends on both ends.',
    }),
  },
  charges: {
    hours: {
      label: 'Accelerator hours',
      unit: 'hour',
      quantity: 'count * hours',
      rate: 'aws.global-accelerator/hour',
      region: 'global',
    },
    premium: {
      label: 'Transfer premium',
      unit: 'GB',
      quantity: 'premium',
      rate: 'aws.global-accelerator/data-transfer-premium',
      region: 'global',
    },
  },
  columns: { count: 'count' },
})
